import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table orders (
      tenant_id uuid not null references tenants (id) on delete restrict,
      id uuid not null,
      number text not null,
      buyer_id uuid not null,
      seller_id uuid not null check (seller_id <> buyer_id),
      booking_id uuid not null,
      amount_minor bigint not null check (amount_minor >= 0),
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      terms jsonb not null check (jsonb_typeof(terms) = 'object'),
      state text not null,
      version integer not null,
      refunded_minor bigint not null default 0 check (refunded_minor between 0 and amount_minor),
      proposed_by text check (proposed_by in ('client', 'provider')),
      proposed_starts_at timestamptz,
      note text check (length(note) <= 2000),
      utm jsonb,
      page_url text not null check (length(page_url) <= 2000),
      placed_at timestamptz not null,
      primary key (tenant_id, id),
      unique (tenant_id, number),
      -- One purchase of one time, however often it is asked for.
      unique (tenant_id, booking_id),
      constraint orders_proposal check ((proposed_by is null) = (proposed_starts_at is null))
    );
    create index orders_placed on orders (tenant_id, placed_at, id);
    create index orders_state on orders (tenant_id, state, placed_at, id);
    create index orders_buyer on orders (tenant_id, buyer_id, placed_at, id);
    create index orders_seller on orders (tenant_id, seller_id, placed_at, id);
    comment on table orders is 'Purchases. Where one stands is its flow''s business; its money is the ledger''s.';
    comment on column orders.id is 'Also the id of its flow.';
    comment on column orders.number is 'For people to quote; follows from the id.';
    comment on column orders.terms is 'The cancellation table and the fee as they were when it was placed.';
    comment on column orders.state is 'The main state of its flow, to be listed by.';
    comment on column orders.version is 'Steps taken.';
    comment on column orders.refunded_minor is 'What of the price went back to the buyer.';
    comment on column orders.proposed_starts_at is 'The new time one side has proposed and the other has not answered.';
    comment on column orders.utm is 'The campaign the buyer came from.';
    comment on column orders.page_url is 'The page it was placed on, which links in mails lead to.';

    create table order_lines (
      tenant_id uuid not null,
      order_id uuid not null,
      position smallint not null check (position >= 1),
      title text not null check (length(title) <= 200),
      quantity integer not null check (quantity >= 1),
      amount_minor bigint not null,
      primary key (tenant_id, order_id, position),
      foreign key (tenant_id, order_id) references orders (tenant_id, id) on delete cascade
    );
    comment on table order_lines is 'What an order is made of; its lines add up to its amount.';
    comment on column order_lines.amount_minor is 'Of the whole line; a discount is below zero.';
  `);
  await isolateTenants(knex, "orders");
  await isolateTenants(knex, "order_lines", { runtime: ["select", "insert"] });
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table order_lines; drop table orders;");
}
