import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table gig_categories (
      tenant_id uuid not null,
      id uuid not null,
      parent_id uuid,
      depth smallint not null check (depth between 1 and 4),
      parent_depth smallint generated always as (case when parent_id is not null then depth - 1 end) stored,
      slug text not null check (length(slug) <= 60 and slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      names jsonb not null check (coalesce(names ->> 'en', '') <> ''),
      position integer not null check (position >= 0),
      archived_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      constraint gig_categories_slug unique (tenant_id, slug),
      constraint gig_categories_depth unique (tenant_id, id, depth),
      check ((parent_id is null) = (depth = 1)),
      -- Every category lies one deeper than its parent, so that none can be above itself, whoever writes.
      foreign key (tenant_id, parent_id, parent_depth) references gig_categories (tenant_id, id, depth) on delete no action
    );
    create index gig_categories_children on gig_categories (tenant_id, parent_id, parent_depth, position);
    comment on table gig_categories is 'The tree in which a site sorts its gigs.';
    comment on column gig_categories.depth is '1 for those without a parent.';
    comment on column gig_categories.names is 'What it is called, by language; in English at least.';
    comment on column gig_categories.position is 'Its place among those of the same parent, the smallest first.';
    comment on column gig_categories.archived_at is 'Since when it, and what lies below it, is chosen and shown no more; its gigs keep it.';
  `);
  await isolateTenants(knex, "gig_categories");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table gig_categories;");
}
