import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table review_rounds (
      tenant_id uuid not null,
      booking_id uuid not null,
      client_id uuid not null,
      host_id uuid not null,
      title text not null,
      opened_at timestamptz not null,
      primary key (tenant_id, booking_id)
    );
    -- What somebody may still review.
    create index review_rounds_client on review_rounds (tenant_id, client_id, opened_at desc, booking_id desc);
    create index review_rounds_host on review_rounds (tenant_id, host_id, opened_at desc, booking_id desc);
    comment on table review_rounds is 'Completed sessions, whose two people may each review the other once.';

    create table reviews (
      tenant_id uuid not null,
      id uuid not null,
      booking_id uuid not null,
      author_id uuid not null,
      subject_id uuid not null,
      knowledge smallint not null check (knowledge between 1 and 5),
      communication smallint not null check (communication between 1 and 5),
      professionalism smallint not null check (professionalism between 1 and 5),
      text text not null default '' check (length(text) <= 4000),
      published_at timestamptz,
      hidden_at timestamptz,
      hidden_reason text check (length(hidden_reason) <= 500),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      -- Once per participant and session.
      constraint reviews_once unique (tenant_id, booking_id, author_id),
      foreign key (tenant_id, booking_id) references review_rounds (tenant_id, booking_id) on delete cascade,
      check (author_id <> subject_id),
      check ((hidden_at is null) = (hidden_reason is null))
    );
    create index reviews_shown on reviews (tenant_id, subject_id, published_at desc, id desc)
      where published_at is not null and hidden_at is null;
    create index reviews_author on reviews (tenant_id, author_id, created_at desc, id desc);
    create index reviews_newest on reviews (tenant_id, created_at desc, id desc);
    comment on column reviews.published_at is 'Null while the other side may still write without having read it.';
    comment on column reviews.hidden_at is 'Taken from sight, and out of the average, by the site''s team.';
  `);
  await isolateTenants(knex, "review_rounds");
  await isolateTenants(knex, "reviews");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table reviews; drop table review_rounds;");
}
