import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table processed_jobs (
      tenant_id uuid not null,
      job_id text not null,
      processed_at timestamptz not null default now(),
      primary key (tenant_id, job_id)
    );
    create index processed_jobs_processed_at on processed_jobs (processed_at);
    comment on table processed_jobs is 'Jobs whose effect is committed: a job that runs again finds itself here and stops.';
    comment on column processed_jobs.job_id is 'Id of the event or timer, and the subscriber''s name.';

    create table worker_heartbeats (
      worker_id text primary key,
      started_at timestamptz not null default now(),
      seen_at timestamptz not null default now()
    );
    comment on table worker_heartbeats is 'Living workers. Jobs of a worker that fell silent are taken back.';
    grant select, insert, update, delete on worker_heartbeats to app_relay;
    grant select on worker_heartbeats to app_rt, app_operator;
  `);
  await isolateTenants(knex, "processed_jobs", {
    runtime: ["select", "insert"],
    relay: ["select", "delete"],
    operator: false,
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table worker_heartbeats; drop table processed_jobs;");
}
