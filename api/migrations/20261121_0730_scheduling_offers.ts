import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table session_offers (
      tenant_id uuid not null,
      id uuid not null,
      host_id uuid not null,
      title text not null check (length(title) between 1 and 120),
      description text not null default '' check (length(description) <= 2000),
      minutes smallint not null check (minutes between 5 and 1440),
      amount_minor bigint not null check (amount_minor >= 0),
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      buffer_before_minutes smallint not null check (buffer_before_minutes between 0 and 1440),
      buffer_after_minutes smallint not null check (buffer_after_minutes between 0 and 1440),
      step_minutes smallint check (step_minutes between 5 and 1440),
      notice_minutes integer not null check (notice_minutes >= 0),
      horizon jsonb,
      limits jsonb not null default '{}' check (jsonb_typeof(limits) = 'object'),
      is_active boolean not null default true,
      version integer not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, host_id) references hosts (tenant_id, id) on delete cascade
    );
    create index session_offers_host on session_offers (tenant_id, host_id, id);
    comment on table session_offers is 'Sessions that hosts sell or give. Bookings keep a snapshot: changing an offer changes none of them.';
    comment on column session_offers.amount_minor is '0 is free.';
    comment on column session_offers.step_minutes is 'From one start to the next on the grid that begins where the hours begin; null is the length.';
    comment on column session_offers.notice_minutes is 'How long before its start a session can be booked at the latest.';
    comment on column session_offers.horizon is 'How far ahead it can be booked; null is as far as anybody likes.';
    comment on column session_offers.limits is 'The most bookings and minutes of this offer per day, week and month.';
  `);
  await isolateTenants(knex, "session_offers");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table session_offers");
}
