import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table operator_tasks (
      tenant_id uuid not null,
      id uuid not null,
      kind text not null,
      subject_id uuid not null,
      note_code text not null,
      params jsonb not null default '{}',
      state text not null default 'open' check (state in ('open', 'done')),
      created_at timestamptz not null,
      done_at timestamptz,
      primary key (tenant_id, id),
      constraint operator_tasks_done_at check ((state = 'done') = (done_at is not null))
    );
    -- The same trouble found twice is one task.
    create unique index operator_tasks_one_open on operator_tasks (tenant_id, kind, subject_id) where state = 'open';
    create index operator_tasks_open on operator_tasks (tenant_id, created_at) where state = 'open';
    comment on table operator_tasks is 'What the system could not finish alone and a person has to look at.';
    comment on column operator_tasks.kind is 'As orders.stuck or jobs.quarantined.';
    comment on column operator_tasks.note_code is 'Code of the sentence that says what to do; params fill it.';
    comment on column operator_tasks.created_at is 'Business time.';
  `);
  await isolateTenants(knex, "operator_tasks", { runtime: ["select", "insert", "update"] });
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table operator_tasks");
}
