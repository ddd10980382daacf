import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table moderation_cases (
      tenant_id uuid not null,
      id uuid not null,
      subject_kind text not null,
      subject_id uuid not null,
      author_id uuid not null,
      state text not null check (state in ('open', 'claimed', 'dismissed', 'hidden', 'restored')),
      claimed_by uuid,
      decided_by uuid,
      reason text check (length(reason) between 1 and 1000),
      decided_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, author_id) references members (tenant_id, id) on delete cascade,
      check ((state = 'claimed') = (claimed_by is not null)),
      check ((state in ('open', 'claimed')) = (decided_at is null)),
      check ((decided_at is null) = (reason is null)),
      check ((decided_at is null) = (decided_by is null))
    );
    -- Whoever reports the same thing while it waits joins the case there is.
    create unique index moderation_cases_waiting on moderation_cases (tenant_id, subject_kind, subject_id)
      where state in ('open', 'claimed');
    create index moderation_cases_newest on moderation_cases (tenant_id, created_at, id);
    create index moderation_cases_author on moderation_cases (tenant_id, author_id, created_at desc, id desc);
    comment on table moderation_cases is 'Content that the site''s team has to look at, or has decided on.';
    comment on column moderation_cases.author_id is 'Whose content it is.';
    comment on column moderation_cases.claimed_by is 'The account that works on it.';

    create table reports (
      tenant_id uuid not null,
      id uuid not null,
      case_id uuid not null,
      reporter_id uuid,
      category text not null check (category in ('spam', 'harassment', 'hate', 'sexual', 'fraud', 'impersonation', 'privacy', 'other', 'rule')),
      text text not null check (length(text) <= 2000),
      sealed_evidence text not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      -- One person's word counts once in a case.
      constraint reports_once unique nulls not distinct (tenant_id, case_id, reporter_id),
      foreign key (tenant_id, case_id) references moderation_cases (tenant_id, id) on delete cascade,
      foreign key (tenant_id, reporter_id) references members (tenant_id, id) on delete set null (reporter_id),
      check ((reporter_id is not null) or category = 'rule' or text = '')
    );
    create index reports_reporter on reports (tenant_id, reporter_id, created_at desc, id desc);
    comment on table reports is 'What somebody, or a rule of the site, says is wrong with content.';
    comment on column reports.reporter_id is 'Null when a rule of the site spoke, or the person is gone.';
    comment on column reports.sealed_evidence is 'The content as it was at that moment, sealed under the house''s key.';
  `);
  await isolateTenants(knex, "moderation_cases");
  await isolateTenants(knex, "reports");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table reports; drop table moderation_cases;");
}
