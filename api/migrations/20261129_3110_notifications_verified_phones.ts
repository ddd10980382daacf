import { type Knex } from "knex";
import { acrossTenants, isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  // Nobody has shown so far that they read what is sent to their number.
  await acrossTenants(knex, ["notification_rhythms"], () =>
    knex.raw(`
    update notification_rhythms set phone = null where phone is not null;
    alter table notification_rhythms
      add column phone_verified_at timestamptz,
      add constraint notification_rhythms_phone_verified check ((phone is null) = (phone_verified_at is null));
    comment on column notification_rhythms.phone is 'As E.164 writes it; null without one. Only a number whose messages the member has read stands here.';
    comment on column notification_rhythms.phone_verified_at is 'When the member typed the code that was sent to the number.';

    create table phone_codes (
      tenant_id uuid not null,
      id uuid not null,
      member_id uuid not null,
      phone text not null check (phone ~ '^\\+[1-9][0-9]{6,14}$'),
      hash text not null,
      sealed_code text,
      locale text not null,
      attempts integer not null default 0 check (attempts between 0 and 5),
      requested_at timestamptz not null,
      expires_at timestamptz not null,
      ended_at timestamptz,
      primary key (tenant_id, id),
      foreign key (tenant_id, member_id) references members (tenant_id, id) on delete cascade
    );
    -- A newer code ends the one before: a member has one to type.
    create unique index phone_codes_open on phone_codes (tenant_id, member_id) where ended_at is null;
    create index phone_codes_member on phone_codes (tenant_id, member_id, requested_at desc);
    create index phone_codes_phone on phone_codes (tenant_id, phone, requested_at desc);
    create index phone_codes_requested_at on phone_codes (tenant_id, requested_at);
    comment on table phone_codes is 'Codes by text message that show whose a number is: six digits, ten minutes, five tries, one use. All times are wall clock.';
    comment on column phone_codes.sealed_code is 'Readable by the job that sends it, and emptied when it has.';
    comment on column phone_codes.ended_at is 'When it was used, tried too often, replaced by a newer one, or its number took no messages.';
  `),
  );
  await isolateTenants(knex, "phone_codes", { operator: false });
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop table phone_codes;
    alter table notification_rhythms
      drop constraint notification_rhythms_phone_verified,
      drop column phone_verified_at;
    comment on column notification_rhythms.phone is 'As E.164 writes it; null when the member gave none.';
  `);
}
