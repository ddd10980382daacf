import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table searches (
      tenant_id uuid not null references tenants (id) on delete restrict,
      id uuid not null,
      kind text not null,
      text text not null check (length(text) between 1 and 100),
      words text not null,
      found integer not null check (found >= 0),
      visitor_id uuid,
      member_id uuid,
      opened_id uuid,
      searched_at timestamptz not null,
      opened_at timestamptz,
      primary key (tenant_id, id),
      check ((opened_id is null) = (opened_at is null))
    );
    create index searches_time on searches (tenant_id, searched_at);
    comment on table searches is 'What people searched for on a site, for 90 days.';
    comment on column searches.words is 'The words of the text in their one form, by which equal searches are counted together.';
    comment on column searches.found is 'How many things were found.';
    comment on column searches.opened_id is 'The first of the things found that was opened from the results; null while none was.';
  `);
  await isolateTenants(knex, "searches");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table searches");
}
