import { type Knex } from "knex";

// Drawing a broken document takes a process and up to half a minute: it is tried once.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table files add column undrawable_at timestamptz;
    comment on column files.undrawable_at is 'When it turned out that no preview can be drawn of it: it has none, and none is tried again.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("alter table files drop column undrawable_at");
}
