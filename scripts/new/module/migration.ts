import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table samples (
      tenant_id uuid not null,
      id uuid not null,
      member_id uuid not null,
      note text not null default '' check (length(note) <= 500),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      -- A member has one.
      constraint samples_member unique (tenant_id, member_id),
      foreign key (tenant_id, member_id) references members (tenant_id, id) on delete cascade
    );
    comment on table samples is 'What a member has one of.';
  `);
  await isolateTenants(knex, "samples");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table samples;");
}
