import { type Knex } from "knex";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create function app_tenant() returns uuid language sql stable parallel safe
      -- After a transaction the setting is '' and not null, which does not cast.
      return nullif(current_setting('app.tenant_id', true), '')::uuid;
    comment on function app_tenant() is 'The tenant this transaction works for; null when none was set, and then no tenant row is visible.';

    create table tenants (
      id uuid primary key,
      slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])\\?$'),
      name text not null check (length(name) between 1 and 200),
      parent_id uuid references tenants (id) on delete restrict,
      is_sandbox boolean not null default false,
      status text not null default 'active' check (status in ('active', 'suspended')),
      clock_offset_ms bigint not null default 0,
      settings jsonb not null default '{}' check (jsonb_typeof(settings) = 'object'),
      settings_version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint tenants_sandbox_has_parent check (is_sandbox = (parent_id is not null)),
      -- Only a sandbox has a clock that can be advanced, and never backwards.
      constraint tenants_clock check (clock_offset_ms >= 0 and (is_sandbox or clock_offset_ms = 0))
    );
    create index tenants_parent_id on tenants (parent_id) where parent_id is not null;
    comment on table tenants is 'Customers of Tessera and their sandboxes. Global: a request has to find its tenant before it has one.';
    comment on column tenants.parent_id is 'The live tenant a sandbox belongs to.';
    comment on column tenants.clock_offset_ms is 'Business time minus wall clock.';
    comment on column tenants.settings_version is 'Raised with every change of settings, so that caches know.';

    alter table tenants enable row level security;
    alter table tenants force row level security;
    create policy everybody_reads on tenants for select using (true);
    create policy tenant_adds_itself on tenants for insert to app_rt with check (id = (select app_tenant()));
    create policy tenant_changes_itself on tenants for update to app_rt
      using (id = (select app_tenant())) with check (id = (select app_tenant()));
    grant select on tenants to app_rt, app_relay, app_operator;
    grant insert on tenants to app_rt;
    grant update (slug, name, status, clock_offset_ms, settings, settings_version, updated_at) on tenants to app_rt;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table tenants; drop function app_tenant();");
}
