import { type Knex } from "knex";
import { acrossTenants } from "../src/platform/db/isolation.ts";

// What is reviewed is a session or an order of a gig, in the dimensions that the site chose for each.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table reviews drop constraint reviews_tenant_id_booking_id_fkey, drop constraint reviews_once;
    alter table review_rounds drop constraint review_rounds_pkey;
    drop index review_rounds_client, review_rounds_host;

    alter table review_rounds rename column booking_id to source_id;
    alter table review_rounds add column context text not null default 'session' check (context in ('session', 'gig')),
      add column gig_id uuid,
      add primary key (tenant_id, context, source_id),
      add constraint review_rounds_gig check ((context = 'gig') = (gig_id is not null));
    alter table review_rounds alter column context drop default;
    -- What somebody may still review.
    create index review_rounds_client on review_rounds (tenant_id, client_id, opened_at desc, source_id desc);
    create index review_rounds_host on review_rounds (tenant_id, host_id, opened_at desc, source_id desc);
    comment on table review_rounds is 'Completed sessions and orders, whose two people may each review the other once.';
    comment on column review_rounds.source_id is 'The booking of a session, the order of a gig.';
    comment on column review_rounds.gig_id is 'What was bought; null for a session.';

    alter table reviews rename column booking_id to source_id;
    alter table reviews add column context text not null default 'session',
      add column gig_id uuid,
      add column ratings jsonb not null default '{}' check (jsonb_typeof(ratings) = 'object'
        and not jsonb_path_exists(ratings, 'strict $.* \\? (@.type() != "number" || @ < 1 || @ > 5 || @ % 1 != 0)')),
      add column overall double precision,
      add column reply text check (length(reply) between 1 and 4000),
      add column replied_at timestamptz,
      -- Once per participant and session or order.
      add constraint reviews_once unique (tenant_id, context, source_id, author_id),
      add foreign key (tenant_id, context, source_id)
        references review_rounds (tenant_id, context, source_id) on delete cascade,
      add constraint reviews_gig check (gig_id is null or context = 'gig'),
      add constraint reviews_reply check (reply is null or replied_at is not null);
  `);
  await acrossTenants(knex, ["reviews"], () =>
    knex.raw(`
      update reviews set
        ratings = jsonb_build_object('knowledge', knowledge, 'communication', communication, 'professionalism', professionalism),
        overall = (knowledge + communication + professionalism) / 3.0::float8`),
  );
  await knex.raw(`
    alter table reviews drop column knowledge, drop column communication, drop column professionalism,
      alter column context drop default, alter column ratings drop default,
      alter column overall set not null, add check (overall between 1 and 5);
    create index reviews_gig_shown on reviews (tenant_id, gig_id, published_at desc, id desc) include (overall)
      where gig_id is not null and published_at is not null and hidden_at is null;
    comment on column reviews.gig_id is 'What its buyer says it of; null for a session, and where the seller writes.';
    comment on column reviews.ratings is 'From 1 to 5 by dimension; empty when only stars were given.';
    comment on column reviews.overall is 'The stars that were given, else the mean of the ratings.';
    comment on column reviews.reply is 'What whom it is about said to it in public; null once they were erased.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await acrossTenants(knex, ["reviews", "review_rounds"], () =>
    knex.raw("delete from reviews where context = 'gig'; delete from review_rounds where context = 'gig';"),
  );
  await knex.raw(`
    drop index reviews_gig_shown, review_rounds_client, review_rounds_host;
    alter table reviews drop constraint reviews_tenant_id_context_source_id_fkey, drop constraint reviews_once,
      add column knowledge smallint check (knowledge between 1 and 5),
      add column communication smallint check (communication between 1 and 5),
      add column professionalism smallint check (professionalism between 1 and 5);
  `);
  // A site that chose dimensions of its own keeps its overall rating.
  await acrossTenants(knex, ["reviews"], () =>
    knex.raw(`
      update reviews set
        knowledge = coalesce((ratings->>'knowledge')::smallint, round(overall)),
        communication = coalesce((ratings->>'communication')::smallint, round(overall)),
        professionalism = coalesce((ratings->>'professionalism')::smallint, round(overall))`),
  );
  await knex.raw(`
    alter table reviews drop column context, drop column gig_id, drop column ratings, drop column overall,
      drop column reply, drop column replied_at,
      alter column knowledge set not null, alter column communication set not null, alter column professionalism set not null;
    alter table reviews rename column source_id to booking_id;
    alter table review_rounds drop column context, drop column gig_id;
    alter table review_rounds rename column source_id to booking_id;
    alter table review_rounds add primary key (tenant_id, booking_id);
    create index review_rounds_client on review_rounds (tenant_id, client_id, opened_at desc, booking_id desc);
    create index review_rounds_host on review_rounds (tenant_id, host_id, opened_at desc, booking_id desc);
    alter table reviews add constraint reviews_once unique (tenant_id, booking_id, author_id),
      add foreign key (tenant_id, booking_id) references review_rounds (tenant_id, booking_id) on delete cascade;
    comment on table review_rounds is 'Completed sessions, whose two people may each review the other once.';
  `);
}
