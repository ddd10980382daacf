import { type Knex } from "knex";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table quiz_answers add column version integer not null default 1 check (version >= 1);
    comment on column quiz_answers.version is 'Grows whenever answers are kept, so that two windows of one person lose none of them.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("alter table quiz_answers drop column version");
}
