import { type Knex } from "knex";

export async function up(knex: Knex): Promise<void> {
  // The team works disputes off in the order in which they were opened.
  await knex.raw("create index order_disputes_opened on order_disputes (tenant_id, opened_at, id);");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop index order_disputes_opened;");
}
