import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

// What members earned leaves the site: where each is paid, and every payout on its way there.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table payout_accounts (
      tenant_id uuid not null,
      id uuid not null,
      member_id uuid not null,
      way text not null check (way in ('bank', 'stripe')),
      country text not null check (country ~ '^[A-Z]{2}$'),
      label text not null check (length(label) between 1 and 60),
      details_sealed text,
      connection_id uuid,
      gateway_account_id text check (length(gateway_account_id) between 1 and 255),
      is_ready boolean not null,
      removed_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, member_id) references members (tenant_id, id) on delete cascade,
      constraint payout_accounts_way check (
        way = 'bank' and connection_id is null and gateway_account_id is null and is_ready
        and (details_sealed is not null or removed_at is not null)
        or way = 'stripe' and connection_id is not null and details_sealed is null
        and (gateway_account_id is not null or not is_ready))
    );
    -- A member is paid in one place; a second one may be on its way to replace it.
    create unique index payout_accounts_current on payout_accounts (tenant_id, member_id, is_ready) where removed_at is null;
    create index payout_accounts_member on payout_accounts (tenant_id, member_id);
    comment on table payout_accounts is 'Where members are paid what they earned: a bank account, or an account of theirs at a gateway.';
    comment on column payout_accounts.label is 'How it is shown: the last characters of its number.';
    comment on column payout_accounts.details_sealed is 'Holder and numbers of a bank account; null once its member was erased.';
    comment on column payout_accounts.connection_id is 'The site''s account at the gateway, which pays to the member''s.';
    comment on column payout_accounts.gateway_account_id is 'Null while the gateway was asked to open it and has not answered.';
    comment on column payout_accounts.is_ready is 'Whether it can be paid to; the gateway says so once it knows its owner.';
    comment on column payout_accounts.removed_at is 'When its member took it back or had another one in its place; what is on its way there still arrives.';

    create table payouts (
      tenant_id uuid not null,
      id uuid not null,
      reference text not null check (reference ~ '^P-[0-9A-Z]{10}$'),
      member_id uuid not null,
      account_id uuid not null,
      way text not null check (way in ('bank', 'stripe')),
      amount_minor bigint not null check (amount_minor between 1 and 9007199254740991),
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      state text not null check (state in ('requested', 'approved', 'on_its_way', 'paid', 'failed', 'rejected', 'cancelled', 'returned')),
      version integer not null check (version >= 0),
      reason text check (length(reason) between 1 and 500),
      gateway_payout_id text check (length(gateway_payout_id) between 1 and 255),
      gateway_note text check (length(gateway_note) between 1 and 500),
      decided_at timestamptz,
      sent_at timestamptz,
      ended_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      constraint payouts_reference unique (tenant_id, reference),
      foreign key (tenant_id, member_id) references members (tenant_id, id) on delete cascade,
      foreign key (tenant_id, account_id) references payout_accounts (tenant_id, id) on delete cascade,
      constraint payouts_ended check ((ended_at is not null) = (state in ('paid', 'failed', 'rejected', 'cancelled', 'returned'))),
      constraint payouts_decided check (state in ('requested', 'cancelled') or decided_at is not null)
    );
    create index payouts_member on payouts (tenant_id, member_id, created_at desc, id desc);
    create index payouts_account on payouts (tenant_id, account_id);
    -- The queue of the team.
    create index payouts_state on payouts (tenant_id, state, created_at, id);
    create unique index payouts_at_gateway on payouts (tenant_id, gateway_payout_id) where gateway_payout_id is not null;
    comment on table payouts is 'What members asked to be paid of what they earned. Where it stands is decided by its flow, where the money is by the ledger.';
    comment on column payouts.reference is 'For people and bank statements.';
    comment on column payouts.account_id is 'Where it goes, as it was when it was asked for.';
    comment on column payouts.state is 'The state of its flow.';
    comment on column payouts.version is 'Steps its flow has taken.';
    comment on column payouts.reason is 'Why it was rejected, failed or came back, as the team tells the member.';
    comment on column payouts.gateway_payout_id is 'The gateway''s id of it; null until the gateway has taken it, and for a bank account.';
    comment on column payouts.gateway_note is 'What the gateway said against it, for the team.';
    comment on column payouts.decided_at is 'When the team approved or rejected it.';
    comment on column payouts.sent_at is 'When it was handed to the bank or taken by the gateway.';
    comment on column payouts.ended_at is 'When it came to its present end.';
  `);
  for (const table of ["payout_accounts", "payouts"]) await isolateTenants(knex, table);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table payouts; drop table payout_accounts");
}
