import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table vacations (
      tenant_id uuid not null,
      id uuid not null,
      host_id uuid not null,
      from_on date not null,
      until_on date not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, host_id) references hosts (tenant_id, id) on delete cascade,
      constraint vacations_valid check (until_on >= from_on)
    );
    create index vacations_host on vacations (tenant_id, host_id, from_on);
    comment on table vacations is 'Dates of a host''s own calendar without slots, both ends included.';

    create table closures (
      tenant_id uuid not null references tenants (id) on delete restrict,
      id uuid not null,
      name text not null check (length(name) between 1 and 100),
      from_on date not null,
      until_on date not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      constraint closures_valid check (until_on >= from_on)
    );
    create index closures_from_on on closures (tenant_id, from_on);
    comment on table closures is 'Holidays of the whole site: every host is closed on these dates of the host''s own calendar.';
  `);
  await isolateTenants(knex, "vacations");
  await isolateTenants(knex, "closures");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table closures; drop table vacations;");
}
