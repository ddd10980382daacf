import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table ledger_accounts (
      tenant_id uuid not null,
      id uuid not null,
      kind text not null check (kind ~ '^[a-z_]+$'),
      owner text not null,
      unit text not null,
      -- Unguarded: what mirrors the outside world or belongs to the site itself. Every other kind can only spend what it has.
      is_guarded boolean not null generated always as (
        kind <> all (array['gateway', 'clearing', 'fees', 'goodwill', 'issued'])
      ) stored,
      debits_posted bigint not null default 0,
      credits_posted bigint not null default 0,
      debits_pending bigint not null default 0,
      credits_pending bigint not null default 0,
      opened_at timestamptz not null,
      primary key (tenant_id, id),
      -- What is promised counts as spent.
      constraint ledger_accounts_covered check (not is_guarded or credits_posted - debits_posted - debits_pending >= 0),
      constraint ledger_accounts_pending check (debits_pending >= 0 and credits_pending >= 0),
      -- Beyond 2^53 a JavaScript number is no longer exact.
      constraint ledger_accounts_exact check (greatest(debits_posted, credits_posted) <= 9007199254740991)
    ) with (fillfactor = 60);
    -- A member's accounts. Only keys begin with tenant_id: of a tenant younger than the statistics the planner believes that it
    -- has one row, takes any index that begins so, and reads all of the tenant's rows for one (measured 17 times slower).
    create index ledger_accounts_owner on ledger_accounts (owner, tenant_id);
    comment on table ledger_accounts is 'Places where value is: wallets, escrows, fees. Opened by the first transfer that names them.';
    comment on column ledger_accounts.id is 'Follows from kind, owner and unit.';
    comment on column ledger_accounts.owner is 'Id of the order, member or gateway; empty for the site itself.';
    comment on column ledger_accounts.unit is 'A currency such as EUR, or a kind of credit.';
    comment on column ledger_accounts.debits_posted is 'Kept for guarded accounts only; an unguarded one is summed from its entries, so that no row is hot.';

    create table ledger_transfers (
      tenant_id uuid not null,
      id uuid not null,
      -- No foreign keys: they would lock the rows of busy accounts. Nobody but ledger_post writes here, and it checks.
      debit_account_id uuid not null,
      credit_account_id uuid not null,
      unit text not null,
      amount bigint not null check (amount between 1 and 9007199254740991),
      state text not null check (state in ('posted', 'pending', 'voided')),
      pending_id uuid,
      cause text not null,
      order_id uuid,
      payment_id uuid,
      happened_at timestamptz not null,
      recorded_in bigint not null,
      primary key (tenant_id, id),
      constraint ledger_transfers_two_accounts check (debit_account_id <> credit_account_id),
      constraint ledger_transfers_resolution check (case state when 'pending' then pending_id is null when 'voided' then pending_id is not null else true end)
    );
    -- A promise is kept or taken back once.
    create unique index ledger_transfers_resolved_once on ledger_transfers (tenant_id, pending_id) where pending_id is not null;
    -- The history of an account, and what came after the last snapshot of a busy one.
    create index ledger_transfers_debits on ledger_transfers (debit_account_id, tenant_id, recorded_in);
    create index ledger_transfers_credits on ledger_transfers (credit_account_id, tenant_id, recorded_in);
    comment on table ledger_transfers is 'Every movement of value, for ever: a mistake is corrected by a transfer back.';
    comment on column ledger_transfers.state is 'pending promises; a later row with pending_id posts part or all of it, or voids it.';
    comment on column ledger_transfers.happened_at is 'Business time.';
    comment on column ledger_transfers.recorded_in is 'Number of the writing transaction: smaller than every live one means final.';

    create table ledger_snapshots (
      tenant_id uuid not null,
      account_id uuid not null,
      debits_posted bigint not null,
      credits_posted bigint not null,
      covers_before bigint not null,
      cluster bigint not null,
      taken_at timestamptz not null,
      primary key (tenant_id, account_id)
    );
    comment on table ledger_snapshots is 'Sums of unguarded accounts up to a point; a balance is this and the later entries.';
    comment on column ledger_snapshots.covers_before is 'Entries recorded by transactions with a smaller number are in the sums.';
    comment on column ledger_snapshots.cluster is 'Transaction numbers mean something on this database system only: elsewhere the snapshot is ignored.';
  `);
  for (const table of ["ledger_accounts", "ledger_transfers", "ledger_snapshots"]) {
    await isolateTenants(knex, table, { runtime: ["select"] });
    await knex.raw(`alter table ${table} owner to app_ledger`);
  }
  // Not even the functions of the ledger can rewrite its history.
  await knex.raw(`
    revoke update, delete, truncate on ledger_transfers from app_ledger;
    revoke delete, truncate on ledger_accounts, ledger_snapshots from app_ledger;`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table ledger_snapshots, ledger_transfers, ledger_accounts");
}
