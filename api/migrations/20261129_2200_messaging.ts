import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table conversations (
      tenant_id uuid not null,
      id uuid not null,
      kind text not null check (kind in ('direct', 'group', 'subject')),
      low_id uuid,
      high_id uuid,
      subject_kind text check (length(subject_kind) <= 40),
      subject_id uuid,
      title text check (length(title) between 1 and 120),
      last_seq bigint not null default 0,
      last_change bigint not null default 0,
      last_active_at timestamptz not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      -- Two people have one conversation of their own, and a thing has one.
      constraint conversations_pair unique (tenant_id, low_id, high_id),
      constraint conversations_subject unique (tenant_id, subject_kind, subject_id),
      check (low_id < high_id),
      check ((kind = 'direct') = (low_id is not null and high_id is not null)),
      check ((kind = 'subject') = (subject_kind is not null and subject_id is not null)),
      check ((kind = 'group') = (title is not null)),
      check (last_seq between 0 and last_change)
    );
    comment on column conversations.low_id is 'Of the two people of a direct conversation, the one whose id sorts first.';
    comment on column conversations.last_seq is 'How many messages were sent in it; messages are numbered from 1 without a gap.';
    comment on column conversations.last_change is 'How often a message was sent, edited or deleted in it: what a page catches up by.';

    create table conversation_participants (
      tenant_id uuid not null,
      conversation_id uuid not null,
      member_id uuid not null,
      joined_seq bigint not null default 0 check (joined_seq >= 0),
      left_at timestamptz,
      read_seq bigint not null default 0 check (read_seq >= 0),
      delivered_seq bigint not null default 0,
      pinned_at timestamptz,
      archived_at timestamptz,
      muted_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, conversation_id, member_id),
      foreign key (tenant_id, conversation_id) references conversations (tenant_id, id) on delete cascade,
      foreign key (tenant_id, member_id) references members (tenant_id, id) on delete cascade,
      -- Who has read a message has received it.
      check (delivered_seq >= read_seq)
    );
    -- A member's conversations.
    create index conversation_participants_member on conversation_participants (tenant_id, member_id, conversation_id)
      where left_at is null;
    comment on column conversation_participants.joined_seq is 'Messages up to this number were sent before the person came; they do not see them.';

    create table messages (
      tenant_id uuid not null,
      id uuid not null,
      conversation_id uuid not null,
      seq bigint not null check (seq > 0),
      change bigint not null check (change >= seq),
      sender_id uuid not null,
      client_id text not null check (length(client_id) between 1 and 64),
      body_sealed text not null,
      edited_at timestamptz,
      deleted_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      constraint messages_seq unique (tenant_id, conversation_id, seq),
      constraint messages_change unique (tenant_id, conversation_id, change),
      -- A retry finds what the first try has sent.
      constraint messages_once unique (tenant_id, conversation_id, sender_id, client_id),
      foreign key (tenant_id, conversation_id, sender_id)
        references conversation_participants (tenant_id, conversation_id, member_id) on delete cascade,
      check (deleted_at is null or body_sealed = '')
    );
    comment on column messages.client_id is 'Chosen by the sender''s page: the same for every try to send this message.';
    comment on column messages.change is 'The number of the conversation''s change that made the message what it is.';
    comment on column messages.body_sealed is 'The text under the tenant''s own key (AES-256-GCM), with the id of the key; empty when deleted.';
  `);
  await isolateTenants(knex, "conversations");
  await isolateTenants(knex, "conversation_participants");
  await isolateTenants(knex, "messages", { operator: false });
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table messages; drop table conversation_participants; drop table conversations;");
}
