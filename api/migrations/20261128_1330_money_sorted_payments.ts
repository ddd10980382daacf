import { type Knex } from "knex";

/** Every order that the list of payments can be asked for has an index. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create index payments_newest on payments (tenant_id, created_at, id);
    create index payments_status on payments (tenant_id, status, id);`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`drop index payments_newest, payments_status;`);
}
