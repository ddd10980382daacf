import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table licences (
      tenant_id uuid not null references tenants (id) on delete restrict,
      id uuid not null,
      module text not null check (module ~ '^[a-z_]{2,40}$'),
      kind text not null check (kind in ('trial', 'subscription', 'lifetime')),
      source text not null check (source in ('trial', 'purchase', 'operator')),
      state text not null check (state in ('active', 'grace', 'suspended', 'expired', 'replaced', 'revoked')),
      starts_at timestamptz not null,
      expires_at timestamptz,
      ended_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      constraint licences_lifetime_never_expires check ((kind = 'lifetime') = (expires_at is null)),
      constraint licences_ended_then check ((state in ('expired', 'replaced', 'revoked')) = (ended_at is not null))
    );
    comment on table licences is 'Rights of a tenant to modules, beside those that its plan brings.';
    comment on column licences.state is 'Of a subscription in grace the period ended unpaid and it still counts; a suspended one does not until it is paid.';
    comment on column licences.expires_at is 'The end of the trial or of the paid period, in business time; grace comes after it.';
    -- A module has one licence at a time; buying it during a trial replaces the trial.
    create unique index licences_one_in_force on licences (tenant_id, module) where state in ('active', 'grace', 'suspended');
    -- Once, whatever came of it.
    create unique index licences_one_trial on licences (tenant_id, module) where kind = 'trial';
  `);
  await isolateTenants(knex, "licences", { runtime: ["select", "insert", "update"] });
  await knex.raw(`
    create table usage_counters (
      tenant_id uuid not null references tenants (id) on delete restrict,
      metric text not null,
      period text not null check (period = 'always' or period ~ '^[0-9]{4}-[0-9]{2}$'),
      used bigint not null check (used >= 0),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, metric, period)
    );
    comment on table usage_counters is 'What a tenant consumed of a metric that its plan may limit; counted in the transaction that consumes it.';
    comment on column usage_counters.period is 'The calendar month in the tenant''s zone, or always for what is there at a time.';
  `);
  await isolateTenants(knex, "usage_counters", { runtime: ["select", "insert", "update"] });
  await knex.raw(`
    do $$ declare site uuid; begin
      for site in select id from tenants where parent_id is null loop
        perform set_config('app.tenant_id', site::text, true);
        insert into usage_counters (tenant_id, metric, period, used, created_at, updated_at)
        select site, 'identity.members', 'always', count(*), now(), now() from members where tenant_id = site and erased_at is null
        union all select site, 'gigs.gigs', 'always', count(*), now(), now() from gigs where tenant_id = site;
      end loop;
      perform set_config('app.tenant_id', '', true);
    end $$;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table usage_counters; drop table licences;");
}
