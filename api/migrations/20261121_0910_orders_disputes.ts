import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table order_disputes (
      tenant_id uuid not null,
      id uuid not null,
      order_id uuid not null,
      opened_by text not null check (opened_by in ('client', 'provider', 'operator')),
      reason text check (length(reason) <= 2000),
      reply text check (length(reply) <= 2000),
      outcome text check (outcome in ('withdrawn', 'conceded', 'ruled')),
      ruling text check (length(ruling) <= 2000),
      opened_at timestamptz not null,
      replied_at timestamptz,
      closed_at timestamptz,
      primary key (tenant_id, id),
      foreign key (tenant_id, order_id) references orders (tenant_id, id) on delete cascade,
      constraint order_disputes_closed check ((outcome is null) = (closed_at is null))
    );
    create index order_disputes_order on order_disputes (tenant_id, order_id, opened_at);
    create unique index order_disputes_one_open on order_disputes (tenant_id, order_id) where closed_at is null;
    comment on table order_disputes is 'What the sides of an order said when one of them objected, and how it ended.';
    comment on column order_disputes.reason is 'Null when the buyer''s bank began it.';
  `);
  await isolateTenants(knex, "order_disputes");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table order_disputes");
}
