import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table bookings (
      tenant_id uuid not null,
      id uuid not null,
      host_id uuid not null,
      client_id uuid not null,
      offer_id uuid not null,
      governor_order_id uuid,
      state text not null check (state in ('pending', 'confirmed', 'completed', 'cancelled')),
      title text not null,
      minutes smallint not null,
      amount_minor bigint not null,
      currency text not null,
      buffer_before_minutes smallint not null,
      buffer_after_minutes smallint not null,
      starts_at timestamptz not null,
      ends_at timestamptz not null check (ends_at > starts_at),
      host_zone text not null,
      meeting_link text,
      keep_until timestamptz,
      payment_started_at timestamptz,
      given_up_at timestamptz,
      cancelled_at timestamptz,
      cancelled_by text check (cancelled_by in ('client', 'provider', 'staff', 'server', 'system')),
      cancel_reason text check (length(cancel_reason) <= 2000),
      client_absent_at timestamptz,
      provider_absent_at timestamptz,
      version integer not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, host_id) references hosts (tenant_id, id) on delete restrict,
      constraint bookings_cancelled check (
        (state = 'cancelled') = (cancelled_at is not null) and (cancelled_at is null) = (cancelled_by is null)),
      constraint bookings_given_up check (given_up_at is null or state = 'cancelled')
    );
    create index bookings_client on bookings (tenant_id, client_id, starts_at, id);
    create index bookings_host on bookings (tenant_id, host_id, starts_at, id);
    create index bookings_starts_at on bookings (tenant_id, starts_at, id);
    -- What counts against an offer's limits.
    create index bookings_offer on bookings (tenant_id, offer_id, starts_at) where state <> 'cancelled';
    comment on table bookings is 'Agreed times.';
    comment on column bookings.id is 'The id of the hold it came from.';
    comment on column bookings.governor_order_id is 'The order that alone may change it; null when nobody sold it.';
    comment on column bookings.title is 'Title, length, price and buffers are as offered when it was held.';
    comment on column bookings.host_zone is 'The zone the host is in on that date.';
    comment on column bookings.keep_until is 'Until when the time is kept for an order that is not paid yet.';
    comment on column bookings.given_up_at is 'When its time was given back unpaid; a late payment may take it again.';
    comment on column bookings.client_absent_at is 'When the client was marked as not having come.';
    comment on column bookings.version is 'Raised with every change that calendars must learn of; their SEQUENCE.';
  `);
  await isolateTenants(knex, "bookings");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table bookings");
}
