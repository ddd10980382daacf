import { type Knex } from "knex";

const find = "search_find(text, jsonb, jsonb, uuid[], text[], text, boolean, integer, integer)";

/** Counts so many values of a facet instead of so many others: a tree of categories has up to 500. */
const count = (knex: Knex, from: number, to: number) =>
  knex.raw(`
    do $$ begin
      execute replace(pg_get_functiondef('${find}'::regprocedure), 'limit ${from}', 'limit ${to}');
    end $$`);

export async function up(knex: Knex): Promise<void> {
  await count(knex, 100, 500);
}

export async function down(knex: Knex): Promise<void> {
  await count(knex, 500, 100);
}
