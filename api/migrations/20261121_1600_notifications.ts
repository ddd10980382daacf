import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table notifications (
      tenant_id uuid not null,
      id uuid not null,
      member_id uuid not null,
      name text not null,
      category text not null,
      title text not null check (length(title) <= 300),
      body text not null check (length(body) <= 2000),
      about_kind text not null,
      about_id uuid not null,
      read_at timestamptz,
      created_at timestamptz not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, member_id) references members (tenant_id, id) on delete cascade
    );
    create index notifications_newest on notifications (tenant_id, member_id, created_at desc, id desc);
    -- The number on the bell.
    create index notifications_unread on notifications (tenant_id, member_id) where read_at is null;
    -- What is forgotten.
    create index notifications_oldest on notifications (tenant_id, created_at);
    comment on table notifications is 'News for members as their page shows it, in the language they had.';
    comment on column notifications.id is 'Follows from the news and its reader, so that nothing is told twice.';

    create table notification_mails (
      tenant_id uuid not null,
      id uuid not null,
      member_id uuid not null,
      name text not null,
      fact jsonb not null check (jsonb_typeof(fact) = 'object'),
      state text not null check (state in ('queued', 'sent', 'dropped', 'failed')),
      attempts integer not null default 0 check (attempts >= 0),
      error text check (length(error) <= 300),
      queued_at timestamptz not null,
      ended_at timestamptz,
      primary key (tenant_id, id),
      foreign key (tenant_id, member_id) references members (tenant_id, id) on delete cascade,
      check ((state = 'queued') = (ended_at is null))
    );
    create index notification_mails_newest on notification_mails (tenant_id, queued_at desc, id desc);
    create index notification_mails_member on notification_mails (tenant_id, member_id);
    comment on table notification_mails is 'Mails to members and how they fared; what they say is written when they are sent.';
    comment on column notification_mails.state is 'Dropped: it was no longer true when its turn came.';
    comment on column notification_mails.fact is 'The event it comes from: ids, amounts and times.';

    create table notification_preferences (
      tenant_id uuid not null,
      member_id uuid not null,
      category text not null,
      channel text not null check (channel in ('inApp', 'email')),
      is_on boolean not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, member_id, category, channel),
      foreign key (tenant_id, member_id) references members (tenant_id, id) on delete cascade
    );
    comment on table notification_preferences is 'What members chose; without a row a channel is on.';
  `);
  await isolateTenants(knex, "notifications");
  await isolateTenants(knex, "notification_mails");
  await isolateTenants(knex, "notification_preferences");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(
    "drop table notification_preferences; drop table notification_mails; drop table notifications;",
  );
}
