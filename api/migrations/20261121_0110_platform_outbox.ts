import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table outbox (
      tenant_id uuid not null,
      id uuid not null,
      name text not null,
      fact jsonb not null,
      happened_at timestamptz not null,
      created_at timestamptz not null default now(),
      primary key (tenant_id, id)
    ) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
    -- The relay takes the oldest rows of all tenants.
    create index outbox_created_at on outbox (created_at, id);
    comment on table outbox is 'Events announced and not yet handed on; the relay deletes what it has handed on.';
    comment on column outbox.name is 'Name of the event, as booking.confirmed.';
    comment on column outbox.fact is 'Ids, amounts, times, a version and the recipients'' ids; never a name, a text or a secret.';
    comment on column outbox.happened_at is 'Business time of the fact.';
  `);
  await isolateTenants(knex, "outbox", { runtime: ["insert"], relay: ["select", "delete"], operator: false });
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table outbox");
}
