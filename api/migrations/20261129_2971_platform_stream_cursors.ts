import { type Knex } from "knex";

export async function up(knex: Knex): Promise<void> {
  // Whatever everybody hears of changes every row: with room for all of them a page keeps its rows, and the index stays as it is.
  await knex.raw("alter table stream_cursors set (fillfactor = 45)");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("alter table stream_cursors set (fillfactor = 70)");
}
