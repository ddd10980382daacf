import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table gateway_test_checkouts (
      tenant_id uuid not null,
      id text not null,
      payment_id uuid not null,
      key text not null,
      command jsonb not null,
      state text not null check (state in ('open', 'confirming', 'processing', 'expired', 'paid')),
      card text,
      charge_id text,
      delivery text not null default 'prompt' check (delivery in ('prompt', 'late', 'twice', 'shuffled')),
      is_closing boolean not null default false,
      dispute_state text check (dispute_state in ('open', 'won', 'lost')),
      expires_at timestamptz not null,
      created_at timestamptz not null,
      primary key (tenant_id, id)
    );
    create unique index gateway_test_checkouts_key on gateway_test_checkouts (tenant_id, key);
    comment on table gateway_test_checkouts is 'The embedded test gateway''s own books: it behaves as a vendor outside the house. All times are wall clock.';
    comment on column gateway_test_checkouts.delivery is 'How its events are sent: at once, late, each twice, or out of order.';
    comment on column gateway_test_checkouts.is_closing is 'Its merchant asked to close it while the money was on its way.';

    create table gateway_test_refunds (
      tenant_id uuid not null,
      id text not null,
      checkout_id text not null,
      refund_id uuid,
      key text not null,
      amount_minor bigint not null check (amount_minor > 0),
      state text not null check (state in ('pending', 'succeeded', 'failed')),
      created_at timestamptz not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, checkout_id) references gateway_test_checkouts (tenant_id, id) on delete restrict
    );
    create unique index gateway_test_refunds_key on gateway_test_refunds (tenant_id, key);
    create index gateway_test_refunds_checkout on gateway_test_refunds (tenant_id, checkout_id);

    create table gateway_test_events (
      tenant_id uuid not null,
      id text not null,
      url text not null,
      body text not null,
      copies integer not null check (copies between 1 and 10),
      attempts integer not null default 0,
      due_at timestamptz not null,
      delivered_at timestamptz,
      primary key (tenant_id, id)
    );
    create index gateway_test_events_due on gateway_test_events (tenant_id, due_at) where delivered_at is null;
  `);
  for (const table of ["checkouts", "refunds", "events"]) {
    await isolateTenants(knex, `gateway_test_${table}`);
  }
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table gateway_test_events, gateway_test_refunds, gateway_test_checkouts");
}
