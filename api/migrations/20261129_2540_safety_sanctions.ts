import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table sanctions (
      tenant_id uuid not null,
      id uuid not null,
      member_id uuid not null,
      kind text not null check (kind in ('warning', 'suspension', 'ban')),
      reason text not null check (length(reason) between 1 and 1000),
      case_id uuid,
      ends_at timestamptz,
      imposed_by uuid not null,
      ended_at timestamptz,
      appeal_text text check (length(appeal_text) between 1 and 2000),
      appealed_at timestamptz,
      appeal_outcome text check (appeal_outcome in ('upheld', 'lifted')),
      appeal_reason text check (length(appeal_reason) between 1 and 1000),
      appeal_decided_by uuid,
      appeal_decided_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, member_id) references members (tenant_id, id) on delete cascade,
      foreign key (tenant_id, case_id) references moderation_cases (tenant_id, id) on delete set null (case_id),
      check ((kind = 'suspension') = (ends_at is not null)),
      check (num_nulls(appeal_text, appealed_at) in (0, 2)),
      check (num_nulls(appeal_outcome, appeal_reason, appeal_decided_by, appeal_decided_at) in (0, 4)),
      check (appealed_at is not null or appeal_decided_at is null)
    );
    -- Whoever may not come in is kept out for one reason at a time.
    create unique index sanctions_in_force on sanctions (tenant_id, member_id)
      where kind in ('suspension', 'ban') and ended_at is null;
    create index sanctions_newest on sanctions (tenant_id, created_at, id);
    create index sanctions_member on sanctions (tenant_id, member_id, created_at desc, id desc);
    create index sanctions_case on sanctions (tenant_id, case_id);
    create index sanctions_appealed on sanctions (tenant_id, created_at, id)
      where appealed_at is not null and appeal_decided_at is null;
    comment on table sanctions is 'What the site''s team did about a member, and the member''s appeal against it.';
    comment on column sanctions.ended_at is 'Null while it keeps the member out; of a warning, when it was taken back.';
  `);
  await isolateTenants(knex, "sanctions");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table sanctions");
}
