import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table webhook_endpoints (
      tenant_id uuid not null,
      id uuid not null,
      url text not null check (length(url) <= 2000),
      description text not null default '' check (length(description) <= 200),
      event_names text[] not null check (cardinality(event_names) between 1 and 100),
      secret_sealed text not null,
      previous_secret_sealed text,
      previous_secret_until timestamptz,
      state text not null default 'active' check (state in ('active', 'disabled')),
      disabled_because text check (disabled_because in ('staff', 'gone', 'failing')),
      failing_since timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      check ((state = 'disabled') = (disabled_because is not null))
    );
    comment on column webhook_endpoints.event_names is 'Names of events, or * for all.';
    comment on column webhook_endpoints.previous_secret_sealed is 'Signs beside the new secret until previous_secret_until (wall clock).';
    comment on column webhook_endpoints.failing_since is 'When the attempts since the last success began to fail; null while they succeed.';

    create table webhook_deliveries (
      tenant_id uuid not null,
      id uuid not null,
      endpoint_id uuid not null,
      event_id uuid not null,
      event_name text not null,
      fact jsonb not null,
      happened_at timestamptz not null,
      body_sealed text,
      state text not null default 'pending' check (state in ('pending', 'delivered', 'failed', 'cancelled')),
      attempts integer not null default 0,
      next_attempt_at timestamptz,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (tenant_id, id),
      foreign key (tenant_id, endpoint_id) references webhook_endpoints (tenant_id, id) on delete cascade
    );
    create index webhook_deliveries_endpoint on webhook_deliveries (tenant_id, endpoint_id, created_at desc, id desc);
    create index webhook_deliveries_newest on webhook_deliveries (tenant_id, created_at desc, id desc);
    comment on column webhook_deliveries.body_sealed is 'The body as it was presented at the first attempt; every repeat sends the same.';
    comment on column webhook_deliveries.next_attempt_at is 'Business time; null when none is planned.';

    create table webhook_attempts (
      tenant_id uuid not null,
      id uuid not null,
      delivery_id uuid not null,
      number integer not null,
      status integer,
      failure text,
      milliseconds integer not null,
      response text not null default '' check (length(response) <= 4096),
      at timestamptz not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, delivery_id) references webhook_deliveries (tenant_id, id) on delete cascade
    );
    create index webhook_attempts_delivery on webhook_attempts (tenant_id, delivery_id, number);
    comment on column webhook_attempts.status is 'HTTP status of the answer; null when none came.';
    comment on column webhook_attempts.failure is 'Why no answer came: timeout, refused, unreachable.';
  `);
  await isolateTenants(knex, "webhook_endpoints", { relay: ["select"] });
  await isolateTenants(knex, "webhook_deliveries", { relay: ["select", "insert"] });
  await isolateTenants(knex, "webhook_attempts");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table webhook_attempts; drop table webhook_deliveries; drop table webhook_endpoints;");
}
