import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- Written every half minute for everybody who is there, and worth nothing after a crash.
    create unlogged table presence (
      tenant_id uuid not null,
      member_id uuid not null,
      state text not null check (state in ('online', 'away', 'offline')),
      seen_at timestamptz not null,
      primary key (tenant_id, member_id),
      foreign key (tenant_id, member_id) references members (tenant_id, id) on delete cascade
    );
    comment on table presence is 'Whether members are there, as their pages last said.';
  `);
  await isolateTenants(knex, "presence");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table presence;");
}
