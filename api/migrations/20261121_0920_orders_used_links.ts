import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table used_manage_links (
      tenant_id uuid not null references tenants (id) on delete restrict,
      id uuid not null,
      booking_id uuid not null,
      used_at timestamptz not null,
      primary key (tenant_id, id)
    );
    comment on table used_manage_links is 'Links out of mails that have done what they are for.';
    comment on column used_manage_links.id is 'Follows from booking, side, action and the time the mail was about.';
  `);
  await isolateTenants(knex, "used_manage_links", { runtime: ["select", "insert"] });
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table used_manage_links");
}
