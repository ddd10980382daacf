import { type Knex } from "knex";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table worker_heartbeats add column subscriptions jsonb not null default '[]';
    comment on column worker_heartbeats.subscriptions is 'Which of its jobs follow which events: a relay of another release writes them too.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("alter table worker_heartbeats drop column subscriptions");
}
