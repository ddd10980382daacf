import { type Knex } from "knex";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table session_offers add column hidden_at timestamptz;
    comment on column session_offers.hidden_at is 'Taken from sight by the site''s team; nobody can book it meanwhile.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("alter table session_offers drop column hidden_at");
}
