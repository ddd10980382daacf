import { type Knex } from "knex";
import { acrossTenants, isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table notification_preferences
      drop constraint notification_preferences_channel_check,
      add constraint notification_preferences_channel_check check (channel in ('inApp', 'email', 'push', 'sms'));

    create table notification_rhythms (
      tenant_id uuid not null,
      member_id uuid not null,
      digest text not null default 'off' check (digest in ('off', 'hourly', 'daily', 'weekly')),
      quiet_from integer check (quiet_from between 0 and 1439),
      quiet_until integer check (quiet_until between 0 and 1439),
      phone text check (phone ~ '^\\+[1-9][0-9]{6,14}$'),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, member_id),
      foreign key (tenant_id, member_id) references members (tenant_id, id) on delete cascade,
      check ((quiet_from is null) = (quiet_until is null)),
      check (quiet_from <> quiet_until)
    );
    comment on table notification_rhythms is 'When members want news: digests and quiet hours, and the number for text messages.';
    comment on column notification_rhythms.quiet_from is 'Minutes after midnight in the member''s time zone; later than quiet_until when the night lies between.';
    comment on column notification_rhythms.phone is 'As E.164 writes it; null when the member gave none.';
  `);
  await isolateTenants(knex, "notification_rhythms");
}

export async function down(knex: Knex): Promise<void> {
  await acrossTenants(knex, ["notification_preferences"], () =>
    knex.raw(`
    drop table notification_rhythms;
    delete from notification_preferences where channel in ('push', 'sms');
    alter table notification_preferences
      drop constraint notification_preferences_channel_check,
      add constraint notification_preferences_channel_check check (channel in ('inApp', 'email'));
  `),
  );
}
