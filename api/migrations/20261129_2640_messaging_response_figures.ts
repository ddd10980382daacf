import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table message_answers (
      tenant_id uuid not null,
      conversation_id uuid not null,
      member_id uuid not null,
      asked_at timestamptz not null,
      answered_at timestamptz not null check (answered_at >= asked_at),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, conversation_id, member_id, asked_at),
      foreign key (tenant_id, conversation_id, member_id)
        references conversation_participants (tenant_id, conversation_id, member_id) on delete cascade
    );
    -- How somebody has answered of late.
    create index message_answers_member on message_answers (tenant_id, member_id, asked_at);
    comment on table message_answers is 'Who answered in a conversation, and when: kept for the 90 days that figures are made of.';
    comment on column message_answers.asked_at is 'When the first message came that the person had not answered.';

    drop table member_responses;
    create table member_responses (
      tenant_id uuid not null,
      member_id uuid not null,
      asked integer not null check (asked >= 0),
      answered integer not null check (answered between 0 and asked),
      median_minutes integer check (median_minutes >= 0),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, member_id),
      foreign key (tenant_id, member_id) references members (tenant_id, id) on delete cascade
    );
    comment on table member_responses is 'How members have answered those who wrote to them in the last 90 days; counted anew whenever it changes.';
    comment on column member_responses.asked is 'Times somebody wrote to them alone or about a thing, and was answered or has waited for a day and more.';
    comment on column member_responses.answered is 'Those they answered within 24 hours.';
    comment on column member_responses.median_minutes is 'Half of their answers came as soon as this; null while there is none.';
  `);
  await isolateTenants(knex, "message_answers");
  await isolateTenants(knex, "member_responses");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop table message_answers;
    drop table member_responses;
    create table member_responses (
      tenant_id uuid not null,
      member_id uuid not null,
      answered integer not null check (answered >= 0),
      late integer not null check (late >= 0),
      seconds bigint not null check (seconds >= 0),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, member_id),
      foreign key (tenant_id, member_id) references members (tenant_id, id) on delete cascade
    );
    comment on table member_responses is 'How members have answered those who wrote to them.';
    comment on column member_responses.seconds is 'What the answers within a day took in all.';
  `);
  await isolateTenants(knex, "member_responses");
}
