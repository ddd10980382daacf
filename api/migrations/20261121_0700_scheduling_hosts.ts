import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table hosts (
      tenant_id uuid not null references tenants (id) on delete restrict,
      id uuid not null,
      time_zone text not null check (length(time_zone) between 1 and 64),
      is_accepting boolean not null default true,
      is_listed boolean not null default false,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id)
    );
    comment on table hosts is 'Members who have a calendar.';
    comment on column hosts.id is 'The member whose time it is.';
    comment on column hosts.time_zone is 'IANA zone the weekly hours are meant in; stays elsewhere are host_stays.';
    comment on column hosts.is_accepting is 'Whether the host takes new bookings.';
    comment on column hosts.is_listed is 'Whether the site shows the host: approved and not hidden. Follows the profile.';
  `);
  await isolateTenants(knex, "hosts");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table hosts");
}
