import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table push_keys (
      tenant_id uuid not null primary key,
      public_key text not null,
      private_key_sealed text not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    comment on table push_keys is 'The keys by which a tenant''s pushes are known to browsers'' push services (RFC 8292), made at first use.';

    create table push_subscriptions (
      tenant_id uuid not null,
      id uuid not null,
      member_id uuid not null,
      endpoint text not null check (length(endpoint) <= 1000),
      public_key text not null check (length(public_key) <= 100),
      auth_secret text not null check (length(auth_secret) <= 50),
      device text not null check (length(device) <= 200),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      -- A browser that signs in as somebody else gets their pushes alone.
      unique (tenant_id, endpoint),
      foreign key (tenant_id, member_id) references members (tenant_id, id) on delete cascade
    );
    create index push_subscriptions_member on push_subscriptions (tenant_id, member_id);
    comment on table push_subscriptions is 'The browsers in which members want pushes.';
    comment on column push_subscriptions.endpoint is 'An address at the browser''s maker; whoever knows it and the tenant''s key may push.';
  `);
  await isolateTenants(knex, "push_keys", { operator: false });
  await isolateTenants(knex, "push_subscriptions", { operator: false });
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table push_subscriptions; drop table push_keys;");
}
