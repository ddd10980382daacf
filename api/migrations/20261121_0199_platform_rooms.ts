import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table room_seats (
      tenant_id uuid not null,
      room_id uuid not null,
      person_id uuid not null,
      seat_id uuid,
      seen_at timestamptz not null,
      primary key (tenant_id, room_id, person_id)
    );
    comment on table room_seats is 'Who is in a room, one page for each person: the last one opened.';
    comment on column room_seats.seat_id is 'The open page; null after leaving.';
    comment on column room_seats.seen_at is 'Wall clock.';

    create table room_signals (
      tenant_id uuid not null,
      room_id uuid not null,
      to_person_id uuid not null,
      to_seat_id uuid not null,
      from_seat_id uuid not null,
      seq integer not null check (seq > 0),
      body text not null check (length(body) <= 30000),
      primary key (tenant_id, room_id, to_seat_id, from_seat_id, seq)
    );
    comment on table room_signals is 'What the pages of a room tell each other to connect; gone once read, and with the room.';
    comment on column room_signals.seq is 'Counted by the page that sends, which may send the same twice.';
  `);
  await isolateTenants(knex, "room_seats");
  // They hold network addresses of people.
  await isolateTenants(knex, "room_signals", { operator: false });
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table room_signals; drop table room_seats;");
}
