import { type Knex } from "knex";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table messages add column hidden_at timestamptz;
    comment on column messages.hidden_at is 'Taken from sight by the site''s team after a report; nobody reads it until it is restored.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("alter table messages drop column hidden_at;");
}
