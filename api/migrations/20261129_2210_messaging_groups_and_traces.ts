import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table conversations
      add column keeper_id uuid,
      add constraint conversations_keeper check (keeper_id is null or kind = 'group');
    comment on column conversations.keeper_id is 'Who may rename a group and say who is in it; null when everybody has left it.';

    alter table messages
      add column reply_to_id uuid,
      add constraint messages_place unique (tenant_id, conversation_id, id),
      -- What is answered stands in the same conversation.
      add constraint messages_reply foreign key (tenant_id, conversation_id, reply_to_id)
        references messages (tenant_id, conversation_id, id) on delete set null (reply_to_id);
    create index messages_replies on messages (tenant_id, conversation_id, reply_to_id, seq);

    create table message_versions (
      tenant_id uuid not null,
      message_id uuid not null,
      version integer not null check (version > 0),
      body_sealed text not null,
      replaced_at timestamptz not null,
      primary key (tenant_id, message_id, version),
      foreign key (tenant_id, message_id) references messages (tenant_id, id) on delete cascade
    );
    comment on table message_versions is 'What edited and deleted messages said before: the trace for whoever has to judge a report.';
  `);
  await isolateTenants(knex, "message_versions", {
    runtime: ["select", "insert", "delete"],
    operator: false,
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop table message_versions;
    drop index messages_replies;
    alter table messages drop constraint messages_reply, drop constraint messages_place, drop column reply_to_id;
    alter table conversations drop constraint conversations_keeper, drop column keeper_id;
  `);
}
