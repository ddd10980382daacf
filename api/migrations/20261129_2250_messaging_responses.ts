import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table conversation_participants add column asked_at timestamptz;
    -- Who lets others wait.
    create index conversation_participants_asked on conversation_participants (tenant_id, member_id, asked_at)
      where asked_at is not null;
    comment on column conversation_participants.asked_at is 'When somebody first wrote what the person has not answered; null when they wrote last.';

    create table member_responses (
      tenant_id uuid not null,
      member_id uuid not null,
      answered integer not null check (answered >= 0),
      late integer not null check (late >= 0),
      seconds bigint not null check (seconds >= 0),
      primary key (tenant_id, member_id),
      foreign key (tenant_id, member_id) references members (tenant_id, id) on delete cascade
    );
    comment on table member_responses is 'How members have answered those who wrote to them.';
    comment on column member_responses.seconds is 'What the answers within a day took in all.';
  `);
  await isolateTenants(knex, "member_responses");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop table member_responses;
    drop index conversation_participants_asked;
    alter table conversation_participants drop column asked_at;
  `);
}
