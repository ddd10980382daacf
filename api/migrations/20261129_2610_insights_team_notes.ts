import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table team_notes (
      tenant_id uuid not null references tenants (id) on delete restrict,
      id uuid not null,
      subject_kind text not null check (subject_kind in ('member', 'booking', 'order')),
      subject_id uuid not null,
      concerns uuid[] not null check (cardinality(concerns) between 1 and 2),
      text text not null check (length(text) between 1 and 4000),
      author_kind text not null check (author_kind in ('staff', 'server')),
      author_id text not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id)
    );
    create index team_notes_subject on team_notes (tenant_id, subject_kind, subject_id, created_at desc, id desc);
    comment on table team_notes is 'What the site''s team writes down for itself about a member, a booking or an order.';
    comment on column team_notes.concerns is 'The members it is about: forgotten with any of them, and told to each who asks for their data.';
  `);
  await isolateTenants(knex, "team_notes");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table team_notes");
}
