import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table busy_spans (
      tenant_id uuid not null references tenants (id) on delete restrict,
      resource_id uuid not null,
      booking_id uuid not null,
      busy_from timestamptz not null,
      busy_until timestamptz not null check (busy_until > busy_from),
      span tstzrange not null generated always as (tstzrange(busy_from, busy_until, '[)')) stored,
      state text not null check (state in ('held', 'pending', 'confirmed')),
      primary key (tenant_id, booking_id, resource_id),
      -- No slot is sold twice, whatever the code above forgets.
      constraint busy_spans_never_overlap exclude using gist (
        tenant_id with =, resource_id with =, span with &&
      ) where (state in ('held', 'pending', 'confirmed'))
    );
    -- Row security keeps range operators from using the constraint's own index.
    create index busy_spans_resource on busy_spans (tenant_id, resource_id, busy_until);
    comment on table busy_spans is 'Time that is taken, buffers included; what ended or was cancelled has no row.';
    comment on column busy_spans.resource_id is 'A host, or a room.';
    comment on column busy_spans.booking_id is 'The hold, or the booking it became.';
  `);
  await isolateTenants(knex, "busy_spans");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table busy_spans");
}
