import { type Knex } from "knex";
import { acrossTenants } from "../src/platform/db/isolation.ts";

/** The log of mails becomes the log of everything that is sent: mails, pushes, text messages and posts to the team's chat. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table notification_mails rename to notification_deliveries;
    alter index notification_mails_pkey rename to notification_deliveries_pkey;
    alter index notification_mails_newest rename to notification_deliveries_newest;
    alter index notification_mails_member rename to notification_deliveries_member;
    alter index notification_mails_name rename to notification_deliveries_name;
    alter index notification_mails_failed rename to notification_deliveries_failed;
    alter table notification_deliveries
      drop constraint notification_mails_state_check,
      drop constraint notification_mails_check,
      alter column member_id drop not null,
      add column channel text not null default 'email',
      add column target_id uuid,
      add column due_at timestamptz,
      add column is_for_digest boolean not null default false,
      add column digest_id uuid,
      add constraint notification_deliveries_channel_check check (channel in ('email', 'push', 'sms', 'chat')),
      add constraint notification_deliveries_state_check
        check (state in ('waiting', 'queued', 'sent', 'dropped', 'bundled', 'suppressed', 'failed')),
      add constraint notification_deliveries_ended_check check ((state in ('waiting', 'queued')) = (ended_at is null)),
      add constraint notification_deliveries_due_check check (state <> 'waiting' or due_at is not null),
      add constraint notification_deliveries_reader_check check ((channel = 'chat') = (member_id is null));
    alter table notification_deliveries alter column channel drop default;
    -- What a member waits for.
    create index notification_deliveries_waiting on notification_deliveries (tenant_id, member_id) where state = 'waiting';
    create index notification_deliveries_digest on notification_deliveries (tenant_id, digest_id) where digest_id is not null;
    comment on table notification_deliveries is 'What is sent to members and to the team''s chat, and how it fared; what it says is written when it is sent.';
    comment on column notification_deliveries.state is
      'Waiting for the end of quiet hours or for a digest. Dropped: not true any more when its turn came. Bundled: told in a digest. Suppressed: the address takes no mail.';
    comment on column notification_deliveries.target_id is 'The push subscription or the chat connection it goes to.';
    comment on column notification_deliveries.digest_id is 'The delivery it was bundled into.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await acrossTenants(knex, ["notification_deliveries"], () =>
    knex.raw(
      "delete from notification_deliveries where channel <> 'email' or state in ('waiting', 'bundled', 'suppressed')",
    ),
  );
  await knex.raw(`
    drop index notification_deliveries_waiting, notification_deliveries_digest;
    alter table notification_deliveries
      drop constraint notification_deliveries_channel_check,
      drop constraint notification_deliveries_state_check,
      drop constraint notification_deliveries_ended_check,
      drop constraint notification_deliveries_due_check,
      drop constraint notification_deliveries_reader_check,
      drop column channel,
      drop column target_id,
      drop column due_at,
      drop column is_for_digest,
      drop column digest_id,
      alter column member_id set not null;
    alter table notification_deliveries rename to notification_mails;
    alter index notification_deliveries_pkey rename to notification_mails_pkey;
    alter index notification_deliveries_newest rename to notification_mails_newest;
    alter index notification_deliveries_member rename to notification_mails_member;
    alter index notification_deliveries_name rename to notification_mails_name;
    alter index notification_deliveries_failed rename to notification_mails_failed;
    alter table notification_mails
      add constraint notification_mails_state_check check (state in ('queued', 'sent', 'dropped', 'failed')),
      add constraint notification_mails_check check ((state = 'queued') = (ended_at is null));
  `);
}
