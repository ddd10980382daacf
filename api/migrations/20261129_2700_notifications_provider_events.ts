import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table provider_events (
      tenant_id uuid not null,
      id uuid not null,
      received_at timestamptz not null,
      primary key (tenant_id, id)
    );
    create index provider_events_oldest on provider_events (tenant_id, received_at);
    comment on table provider_events is 'What providers of mails and text messages told of them and was applied, so that it is applied once.';
    comment on column provider_events.id is 'Follows from the connection and the provider''s id of the event.';
    comment on column provider_events.received_at is 'Wall clock.';
  `);
  await isolateTenants(knex, "provider_events");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table provider_events");
}
