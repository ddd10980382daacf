import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table gig_scores (
      tenant_id uuid not null,
      gig_id uuid not null,
      popularity double precision not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, gig_id),
      foreign key (tenant_id, gig_id) references gigs (tenant_id, id) on delete cascade
    );
    comment on table gig_scores is 'How popular each gig is that somebody looked at; one without a row is as popular as its publication made it.';
    comment on column gig_scores.popularity is 'Views, clicks and orders, of which half is forgotten every week, as a logarithm that stays right as time goes by.';
    -- What was looked at since popularity was last worked out.
    create index gig_days_changed on gig_days (tenant_id, updated_at);
  `);
  await isolateTenants(knex, "gig_scores");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop index gig_days_changed; drop table gig_scores;");
}
