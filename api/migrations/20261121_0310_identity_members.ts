import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table members (
      tenant_id uuid not null references tenants (id) on delete restrict,
      id uuid not null,
      external_id text check (length(external_id) between 1 and 200),
      -- Not citext: its operators are not leakproof, so row security would keep them from using an index.
      email text not null check (email = lower(email) and length(email) <= 254),
      email_verified_at timestamptz,
      name text not null check (length(name) <= 200),
      roles text[] not null,
      locale text,
      time_zone text,
      preferences jsonb not null default '{}' check (jsonb_typeof(preferences) = 'object'),
      status text not null default 'active' check (status in ('active', 'deactivated', 'banned')),
      version integer not null default 1,
      erased_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      unique (tenant_id, email),
      unique (tenant_id, external_id)
    );
    create index members_newest on members (tenant_id, created_at desc, id desc);
    comment on table members is 'People known to one site.';
    comment on column members.external_id is 'The person''s id at the tenant''s own server, from its signed tokens.';
    comment on column members.roles is 'Marketplace roles: client, coach, seller and so on.';
    comment on column members.version is 'Raised to end every access token at once.';
    comment on column members.erased_at is 'When the person''s data was erased on request; the row stays for what law requires to keep.';

    create table member_passwords (
      tenant_id uuid not null,
      member_id uuid not null,
      hash text not null,
      changed_at timestamptz not null,
      primary key (tenant_id, member_id),
      foreign key (tenant_id, member_id) references members (tenant_id, id) on delete cascade
    );
    comment on table member_passwords is 'Argon2id hashes, or imported bcrypt hashes until their next sign-in. Apart from members, so that no list reads them by mistake.';
  `);
  await isolateTenants(knex, "members");
  await isolateTenants(knex, "member_passwords", { operator: false });
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table member_passwords; drop table members;");
}
