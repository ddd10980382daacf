import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table weight_profiles (
      tenant_id uuid not null references tenants (id) on delete restrict,
      name text not null,
      weights jsonb not null check (jsonb_typeof(weights) = 'object'),
      must_have text[] not null default '{}',
      adjustments jsonb not null check (jsonb_typeof(adjustments) = 'object'),
      version integer not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, name)
    );
    comment on table weight_profiles is 'What counts how much, where a site changed it; a profile without a row is as usual.';

    create table match_cache (
      tenant_id uuid not null references tenants (id) on delete restrict,
      client_kind text not null check (client_kind in ('visitor', 'member')),
      client_id uuid not null,
      profile text not null,
      -- Of the quiz and of everything else the answer was made from: when any of it changes, the row is never found again.
      key text not null,
      answer jsonb not null check (jsonb_typeof(answer) = 'object'),
      expires_at timestamptz not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, client_kind, client_id, profile)
    );
    create index match_cache_expires_at on match_cache (tenant_id, expires_at);
    comment on table match_cache is 'The last answer of each client, for a day.';

    create table embeddings (
      tenant_id uuid not null references tenants (id) on delete restrict,
      owner_kind text not null check (owner_kind in ('profile', 'goal')),
      owner_id uuid not null,
      model text not null,
      content_hash text not null,
      vector real[] not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, owner_kind, owner_id)
    );
    -- The same text of somebody else needs no second call.
    create index embeddings_content_hash on embeddings (tenant_id, content_hash);
    comment on table embeddings is 'Vectors of what people are expert in and of what they want, made again when the text changes.';
    comment on column embeddings.owner_id is 'The member whose profile, or the visitor or member whose goal it is.';
    comment on column embeddings.model is 'Vectors of one model can be compared with each other and with no others.';
  `);
  await isolateTenants(knex, "weight_profiles");
  await isolateTenants(knex, "match_cache", { operator: false });
  await isolateTenants(knex, "embeddings", { operator: false });
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table embeddings; drop table match_cache; drop table weight_profiles;");
}
