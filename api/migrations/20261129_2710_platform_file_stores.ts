import { type Knex } from "knex";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table files add column store_id uuid;
    comment on column files.store_id is 'The connection to the tenant''s own bucket its bytes lie in; null for the store of the installation.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("alter table files drop column store_id");
}
