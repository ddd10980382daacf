import { type Knex } from "knex";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table profiles add column answer_minutes integer check (answer_minutes > 0);
    comment on column profiles.answer_minutes is 'Within so many minutes the person usually answers messages; null while few have written. Follows the messages.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("alter table profiles drop column answer_minutes");
}
