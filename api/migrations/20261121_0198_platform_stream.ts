import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table stream_cursors (
      tenant_id uuid not null,
      member_id uuid not null,
      last_seq bigint not null,
      primary key (tenant_id, member_id)
    ) with (fillfactor = 70);
    comment on table stream_cursors is 'The number of the last frame of each member; only the relay counts.';

    create table stream_frames (
      tenant_id uuid not null,
      member_id uuid not null,
      seq bigint not null,
      event_id uuid not null,
      name text not null,
      fact jsonb not null,
      created_at timestamptz not null default now(),
      primary key (tenant_id, member_id, seq)
    ) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
    create index stream_frames_created_at on stream_frames (created_at);
    comment on table stream_frames is 'Live frames by recipient, numbered without gaps and kept for 24 hours.';
    comment on column stream_frames.fact is 'Ids, amounts and times; the process that streams it presents what the recipient may see.';
  `);
  const relay = ["select", "insert", "update", "delete"] as const;
  await isolateTenants(knex, "stream_cursors", { runtime: ["select"], relay, operator: false });
  await isolateTenants(knex, "stream_frames", { runtime: ["select"], relay, operator: false });
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table stream_frames; drop table stream_cursors;");
}
