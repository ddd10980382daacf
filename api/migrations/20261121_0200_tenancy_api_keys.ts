import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table api_keys (
      tenant_id uuid not null references tenants (id) on delete restrict,
      id uuid not null,
      kind text not null check (kind in ('publishable', 'secret')),
      name text not null check (length(name) between 1 and 100),
      hash text not null,
      hint text not null,
      token text,
      signing_id text,
      sealed_signing_key text,
      scopes text[] not null default '{}',
      created_by text not null,
      last_used_at timestamptz,
      expires_at timestamptz,
      revoked_at timestamptz,
      replaced_by uuid,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      unique (tenant_id, hash),
      constraint api_keys_secret_is_hidden check ((kind = 'publishable') = (token is not null)),
      constraint api_keys_secret_signs check ((kind = 'secret') = (signing_id is not null and sealed_signing_key is not null))
    );
    create index api_keys_signing_id on api_keys (tenant_id, signing_id) where signing_id is not null;
    comment on table api_keys is 'Publishable keys name a site in browsers, secret keys speak for its servers.';
    comment on column api_keys.hash is 'SHA-256 of the key; its 192 random bits cannot be guessed.';
    comment on column api_keys.hint is 'Beginning and end of the key, to recognise it by.';
    comment on column api_keys.token is 'The key itself, of publishable keys only: everybody may see those.';
    comment on column api_keys.signing_id is 'The kid of member tokens that the tenant''s server signs with this key.';
    comment on column api_keys.sealed_signing_key is 'What member tokens are signed with; follows from the secret key.';
    comment on column api_keys.last_used_at is 'Wall clock, to the minute.';
    comment on column api_keys.expires_at is 'Wall clock; set when another key replaced it with an overlap.';
  `);
  await isolateTenants(knex, "api_keys", { runtime: ["select", "insert", "update"], operator: false });
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table api_keys");
}
