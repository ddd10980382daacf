import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table connections (
      tenant_id uuid not null,
      id uuid not null,
      kind text not null check (kind in ('payments', 'ai', 'mail', 'video')),
      vendor text not null check (vendor in ('stripe', 'openai', 'smtp', 'zoom', 'daily')),
      mode text not null check (mode in ('test', 'live')),
      state text not null default 'new' check (state in ('new', 'active', 'disconnected')),
      options jsonb not null default '{}',
      credentials_sealed text not null,
      hint text not null,
      rank integer not null,
      account text,
      tested_at timestamptz,
      test_code text,
      test_detail text check (length(test_detail) <= 300),
      version integer not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      check ((tested_at is null) = (test_code is null))
    );
    -- Two of one vendor would leave open which of them answers.
    create unique index connections_one_per_vendor on connections (tenant_id, vendor) where state <> 'disconnected';
    comment on table connections is 'Credentials of tenants for outside providers.';
    comment on column connections.state is 'new until a test succeeded; disconnected ones serve refunds and late events of earlier payments.';
    comment on column connections.credentials_sealed is 'JSON, sealed; begins with the id of its key.';
    comment on column connections.hint is 'The last characters of the main secret, by which people recognise it.';
    comment on column connections.rank is 'Of several of one kind, the lowest answers first.';
    comment on column connections.account is 'Whose the credentials are, as the vendor said at the last successful test.';
    comment on column connections.tested_at is 'Wall clock; null since the credentials were replaced.';
    comment on column connections.version is 'Raised with every change, so that processes build their provider anew.';
  `);
  await isolateTenants(knex, "connections", { operator: false });
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table connections");
}
