import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table contact_releases (
      tenant_id uuid not null,
      low_id uuid not null,
      high_id uuid not null,
      released_at timestamptz not null,
      primary key (tenant_id, low_id, high_id),
      check (low_id < high_id)
    );
    comment on table contact_releases is 'Pairs of people between whom an order was paid: where a site hides contacts before that, they see each other''s.';
  `);
  await isolateTenants(knex, "contact_releases");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table contact_releases;");
}
