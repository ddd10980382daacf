import { type Knex } from "knex";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table conversations
      add column title_hidden_at timestamptz,
      add constraint conversations_title_hidden check (title_hidden_at is null or title is not null);
    comment on column conversations.title_hidden_at is 'The title was taken from sight by the site''s team; the group is called by its people until it gets another one.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table conversations
      drop constraint conversations_title_hidden,
      drop column title_hidden_at;
  `);
}
