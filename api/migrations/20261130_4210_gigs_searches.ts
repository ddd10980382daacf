import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table gig_searches (
      tenant_id uuid not null,
      id uuid not null,
      viewer_kind text not null check (viewer_kind in ('visitor', 'member')),
      viewer_id uuid not null,
      text text not null check (length(text) between 1 and 100),
      words text not null,
      searched_at timestamptz not null,
      created_at timestamptz not null,
      primary key (tenant_id, id),
      -- A search stands once, however it is written and how often it is made.
      constraint gig_searches_words unique (tenant_id, viewer_kind, viewer_id, words)
    );
    -- What somebody searched for, the latest first.
    create index gig_searches_viewer on gig_searches (tenant_id, viewer_kind, viewer_id, searched_at desc, id);
    comment on table gig_searches is 'What somebody searched for among the gigs, to search for it again: their latest searches until they clear them.';
    comment on column gig_searches.words is 'The words of the text in their one form, by which equal searches are told.';
  `);
  await isolateTenants(knex, "gig_searches");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table gig_searches");
}
