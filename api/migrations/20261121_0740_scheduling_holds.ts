import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table holds (
      tenant_id uuid not null,
      id uuid not null,
      host_id uuid not null,
      offer_id uuid not null,
      visitor_id uuid,
      member_id uuid,
      email text check (length(email) <= 254),
      ip_key text,
      title text not null,
      minutes smallint not null,
      amount_minor bigint not null,
      currency text not null,
      buffer_before_minutes smallint not null,
      buffer_after_minutes smallint not null,
      starts_at timestamptz not null,
      ends_at timestamptz not null check (ends_at > starts_at),
      host_zone text not null,
      held_at timestamptz not null,
      expires_at timestamptz not null,
      state text not null check (state in ('live', 'booked', 'released', 'expired')),
      primary key (tenant_id, id),
      foreign key (tenant_id, host_id) references hosts (tenant_id, id) on delete cascade,
      constraint holds_have_a_holder check (visitor_id is not null or member_id is not null)
    );
    -- Before a slot is taken, what has run out at its host is cleared away.
    create index holds_live on holds (tenant_id, host_id, expires_at) where state = 'live';
    -- How much somebody keeps already.
    create index holds_visitor on holds (tenant_id, visitor_id, held_at) where visitor_id is not null;
    create index holds_member on holds (tenant_id, member_id, held_at) where member_id is not null;
    create index holds_ip on holds (tenant_id, ip_key, held_at) where ip_key is not null;
    comment on table holds is 'Slots kept for somebody for minutes. Forgotten a day after they ended.';
    comment on column holds.id is 'Also the id of the booking it becomes.';
    comment on column holds.offer_id is 'The offer may be gone; what was offered stands in the row.';
    comment on column holds.member_id is 'Set when the holder is signed in, or signed in later.';
    comment on column holds.ip_key is 'Keyed fingerprint of the network it came from.';
    comment on column holds.host_zone is 'The zone the host is in on that date.';
  `);
  await isolateTenants(knex, "holds");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table holds");
}
