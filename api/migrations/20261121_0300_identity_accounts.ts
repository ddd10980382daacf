import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table accounts (
      id uuid primary key,
      email text not null unique check (email = lower(email)),
      name text not null check (length(name) between 1 and 200),
      password_hash text not null,
      is_operator boolean not null default false,
      status text not null default 'active' check (status in ('active', 'deactivated')),
      locale text not null default 'en',
      version integer not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    comment on table accounts is 'People who sign in to the admin app. Global: one person may belong to several tenants.';
    comment on column accounts.version is 'Raised to end every access token at once.';
    grant select, insert, update on accounts to app_rt;
    grant select (id, email, name, is_operator, status, locale, created_at) on accounts to app_operator;

    create table account_tenants (
      account_id uuid not null references accounts (id) on delete cascade,
      tenant_id uuid not null references tenants (id) on delete cascade,
      primary key (account_id, tenant_id)
    );
    create index account_tenants_tenant_id on account_tenants (tenant_id);
    comment on table account_tenants is 'In which tenants to look for an account''s memberships. Global: it is read before a tenant is chosen.';
    grant select, insert, delete on account_tenants to app_rt;
    grant select on account_tenants to app_operator;

    create table memberships (
      tenant_id uuid not null references tenants (id) on delete restrict,
      account_id uuid not null references accounts (id) on delete restrict,
      staff_role text not null check (staff_role in ('owner', 'admin', 'member', 'guest')),
      granted text[] not null default '{}',
      denied text[] not null default '{}',
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, account_id)
    );
    create index memberships_account_id on memberships (account_id);
    comment on table memberships is 'What an account may do in a live tenant and its sandbox; a sandbox has no rows of its own.';
    comment on column memberships.granted is 'Permissions beyond those of the role.';
    comment on column memberships.denied is 'Permissions of the role that are taken away.';
  `);
  await isolateTenants(knex, "memberships");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table memberships; drop table account_tenants; drop table accounts;");
}
