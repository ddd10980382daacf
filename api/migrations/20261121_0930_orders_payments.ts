import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table order_payments (
      tenant_id uuid not null,
      payment_id uuid not null,
      order_id uuid not null,
      heard_at timestamptz not null,
      primary key (tenant_id, payment_id),
      foreign key (tenant_id, order_id) references orders (tenant_id, id) on delete cascade
    );
    create index order_payments_order on order_payments (tenant_id, order_id);
    comment on table order_payments is 'Payments that orders have heard of: a second one of an order is money to be given back, the same one told twice is nothing.';
  `);
  await isolateTenants(knex, "order_payments", { runtime: ["select", "insert"] });
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table order_payments");
}
