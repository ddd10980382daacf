import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table idempotency_keys (
      tenant_id uuid not null,
      actor_key text not null,
      procedure text not null,
      key text not null,
      input_hash text not null,
      state text not null check (state in ('started', 'done')),
      body json,
      created_at timestamptz not null default now(),
      primary key (tenant_id, actor_key, procedure, key)
    );
    create index idempotency_keys_created_at on idempotency_keys (created_at);
    comment on table idempotency_keys is 'Answers kept for repeated requests; wall clock, 72 hours.';
    comment on column idempotency_keys.actor_key is 'Kind and id of the caller.';
    comment on column idempotency_keys.body is 'The answer; null while the first request runs, and for ever when the answer holds a secret.';

    -- Unlogged: a crash forgives everybody, and no request waits for the disk.
    create unlogged table rate_limits (
      key text primary key,
      tat bigint not null
    );
    create index rate_limits_tat on rate_limits (tat);
    comment on table rate_limits is 'One row per limited caller and limit, by the generic cell rate algorithm.';
    comment on column rate_limits.tat is 'Theoretical arrival time of the next request, in microseconds since 1970.';
    grant select, insert, update, delete on rate_limits to app_rt, app_relay;
  `);
  await isolateTenants(knex, "idempotency_keys", { relay: ["select", "delete"], operator: false });
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table rate_limits; drop table idempotency_keys;");
}
