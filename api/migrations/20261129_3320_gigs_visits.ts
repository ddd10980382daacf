import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table gig_views (
      tenant_id uuid not null,
      gig_id uuid not null,
      viewer_kind text not null check (viewer_kind in ('visitor', 'member')),
      viewer_id uuid not null,
      viewed_at timestamptz not null,
      view_counted_at timestamptz,
      click_counted_at timestamptz,
      created_at timestamptz not null,
      primary key (tenant_id, gig_id, viewer_kind, viewer_id),
      foreign key (tenant_id, gig_id) references gigs (tenant_id, id) on delete cascade
    );
    -- What somebody looked at, the latest first.
    create index gig_views_viewer on gig_views (tenant_id, viewer_kind, viewer_id, viewed_at desc, gig_id);
    create index gig_views_old on gig_views (tenant_id, gig_id, viewed_at);
    comment on table gig_views is 'Who looked at which gig, and when it last counted.';
    comment on column gig_views.viewed_at is 'When they looked at it last.';
    comment on column gig_views.view_counted_at is 'When a look of theirs last counted; within the site''s time none counts again.';
    comment on column gig_views.click_counted_at is 'When their going on from it last counted.';

    create table gig_hits (
      tenant_id uuid not null,
      id uuid not null,
      gig_id uuid not null,
      kind text not null check (kind in ('view', 'click')),
      happened_at timestamptz not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, gig_id) references gigs (tenant_id, id) on delete cascade
    );
    create index gig_hits_gig on gig_hits (tenant_id, gig_id);
    comment on table gig_hits is 'Views and clicks that wait to be added up: a counter that many write at once would make them wait.';

    create table gig_days (
      tenant_id uuid not null,
      gig_id uuid not null,
      day_on date not null,
      views integer not null check (views >= 0),
      clicks integer not null check (clicks >= 0),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, gig_id, day_on),
      foreign key (tenant_id, gig_id) references gigs (tenant_id, id) on delete cascade
    );
    create index gig_days_day on gig_days (tenant_id, day_on);
    comment on table gig_days is 'How often a gig was looked at on a date in UTC.';
  `);
  for (const table of ["gig_views", "gig_hits", "gig_days"]) await isolateTenants(knex, table);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table gig_days; drop table gig_hits; drop table gig_views;");
}
