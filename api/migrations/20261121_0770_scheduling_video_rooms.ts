import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table video_rooms (
      tenant_id uuid not null,
      id uuid not null,
      connection_id uuid,
      host text,
      meeting_id text,
      host_url_sealed text,
      guest_url_sealed text,
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      attempt integer not null default 1,
      is_settled boolean not null default false,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, id) references bookings (tenant_id, id) on delete cascade,
      constraint video_rooms_meeting check (
        (meeting_id is null) = (host_url_sealed is null) and (meeting_id is null) = (guest_url_sealed is null)
        and (meeting_id is null or connection_id is not null))
    );
    -- Which of a provider's hosts have a meeting at a time.
    create index video_rooms_hosts on video_rooms (tenant_id, connection_id, starts_at) where host is not null;
    comment on table video_rooms is 'Meetings at providers that tenants connected; a session without a row has the embedded room.';
    comment on column video_rooms.id is 'The booking''s.';
    comment on column video_rooms.connection_id is 'The provider it was arranged with, or is being arranged with; null for the embedded room.';
    comment on column video_rooms.host is 'The provider''s user it is kept for.';
    comment on column video_rooms.meeting_id is 'The provider''s; null until it answered, and for the embedded room.';
    comment on column video_rooms.starts_at is 'What the provider was told, or is being told.';
    comment on column video_rooms.attempt is 'Raised with every attempt: only the newest may say that all is settled.';
    comment on column video_rooms.is_settled is 'False while the provider may know something else than stands here.';
  `);
  await isolateTenants(knex, "video_rooms", { operator: false });
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table video_rooms");
}
