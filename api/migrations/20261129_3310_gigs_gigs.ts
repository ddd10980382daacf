import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table gigs (
      tenant_id uuid not null,
      id uuid not null,
      seller_id uuid not null,
      category_id uuid,
      title text not null check (length(title) <= 120),
      description text not null check (length(description) <= 10000),
      tags text[] not null check (cardinality(tags) <= 10),
      language text not null,
      currency text not null,
      extras jsonb not null check (jsonb_array_length(extras) <= 20),
      requirements jsonb not null check (jsonb_array_length(requirements) <= 20),
      faq jsonb not null check (jsonb_array_length(faq) <= 20),
      from_amount_minor bigint check (from_amount_minor > 0),
      state text not null check (state in ('draft', 'active', 'paused')),
      moderation text not null check (moderation in ('none', 'pending', 'approved', 'rejected', 'suspended')),
      moderation_reason text check (length(moderation_reason) <= 500),
      submitted_at timestamptz,
      hidden_at timestamptz,
      is_seller_listed boolean not null,
      is_visible boolean not null generated always as
        (state = 'active' and moderation = 'approved' and hidden_at is null and is_seller_listed) stored,
      published_at timestamptz,
      version integer not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, seller_id) references members (tenant_id, id) on delete cascade,
      foreign key (tenant_id, category_id) references gig_categories (tenant_id, id) on delete no action,
      check ((state = 'draft') = (moderation = 'none')),
      check ((moderation in ('rejected', 'suspended')) = (moderation_reason is not null)),
      check ((moderation = 'none') = (submitted_at is null))
    );
    -- What everybody finds, the newest first.
    create index gigs_visible on gigs (tenant_id, published_at desc, id desc) where is_visible;
    create index gigs_category on gigs (tenant_id, category_id, published_at desc, id desc);
    create index gigs_seller on gigs (tenant_id, seller_id, id desc);
    create index gigs_newest on gigs (tenant_id, created_at desc, id desc);
    create index gigs_pending on gigs (tenant_id, id) where moderation = 'pending';
    -- What was submitted, the longest wait first; a draft stands where it was begun.
    create index gigs_submitted on gigs (tenant_id, (coalesce(submitted_at, created_at)), id);
    comment on table gigs is 'What a seller offers to make, in up to three packages.';
    comment on column gigs.category_id is 'Null in a draft only.';
    comment on column gigs.from_amount_minor is 'The lowest price among its packages; null while it has none.';
    comment on column gigs.state is 'What the seller wants: a draft was never published.';
    comment on column gigs.moderation is 'What the site''s team thinks of it; none for a draft.';
    comment on column gigs.submitted_at is 'When it was last given to the team, or went past it where none looks.';
    comment on column gigs.hidden_at is 'Taken from sight by moderators after a report.';
    comment on column gigs.is_seller_listed is 'Whether the site shows its seller as one. Follows the profile.';
    comment on column gigs.is_visible is 'Whether everybody finds it.';
    comment on column gigs.published_at is 'When everybody could find it first.';

    create table gig_packages (
      tenant_id uuid not null,
      id uuid not null,
      gig_id uuid not null,
      tier text not null check (tier in ('basic', 'standard', 'premium')),
      title text not null check (length(title) between 1 and 60),
      description text not null check (length(description) <= 600),
      amount_minor bigint not null check (amount_minor > 0),
      delivery_days smallint not null check (delivery_days between 1 and 365),
      revisions smallint check (revisions between 0 and 50),
      features text[] not null check (cardinality(features) <= 15),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      -- One of each.
      constraint gig_packages_tier unique (tenant_id, gig_id, tier),
      foreign key (tenant_id, gig_id) references gigs (tenant_id, id) on delete cascade
    );
    comment on column gig_packages.amount_minor is 'In the currency of its gig.';
    comment on column gig_packages.revisions is 'How often the buyer may ask for changes; null for as often as they like.';

    create table gig_media (
      tenant_id uuid not null,
      gig_id uuid not null,
      file_id uuid not null,
      position smallint not null check (position >= 0),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, gig_id, file_id),
      foreign key (tenant_id, gig_id) references gigs (tenant_id, id) on delete cascade
    );
    -- A copy of a gig shows the files of the one it was made from.
    create index gig_media_file on gig_media (tenant_id, file_id);
    comment on table gig_media is 'Pictures, videos and documents that show a gig. The first picture in their order is its cover.';
  `);
  for (const table of ["gigs", "gig_packages", "gig_media"]) await isolateTenants(knex, table);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table gig_media; drop table gig_packages; drop table gigs;");
}
