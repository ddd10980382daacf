import { type Knex } from "knex";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table worker_heartbeats add column suspects bigint[] not null default '{}';
    comment on column worker_heartbeats.suspects is
      'Jobs being run whose worker died before: those still here when this worker dies are to blame.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("alter table worker_heartbeats drop column suspects");
}
