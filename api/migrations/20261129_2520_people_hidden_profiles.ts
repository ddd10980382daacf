import { type Knex } from "knex";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table profiles add column hidden_at timestamptz;
    comment on column profiles.hidden_at is 'Taken from sight by the site''s team; it is listed nowhere meanwhile.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("alter table profiles drop column hidden_at");
}
