import { type Knex } from "knex";
import { acrossTenants, isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await acrossTenants(knex, ["stream_frames"], () =>
    knex.raw(`
    create table stream_events (
      tenant_id uuid not null,
      id uuid not null,
      name text not null,
      fact jsonb not null,
      created_at timestamptz not null default now(),
      primary key (tenant_id, id)
    );
    create index stream_events_created_at on stream_events (created_at);
    comment on table stream_events is 'What live frames tell of, once for all who hear of it; kept for 24 hours.';
    comment on column stream_events.fact is 'Ids, amounts and times; the process that streams it presents what the recipient may see.';

    insert into stream_events (tenant_id, id, name, fact, created_at)
    select distinct on (tenant_id, event_id) tenant_id, event_id, name, fact, created_at
    from stream_frames order by tenant_id, event_id, created_at desc;
    -- No foreign key to the event: checking it would cost as much as the frame, and a frame without one shows nothing.
    alter table stream_frames drop column name, drop column fact;
  `),
  );
  const relay = ["select", "insert", "update", "delete"] as const;
  await isolateTenants(knex, "stream_events", { runtime: ["select"], relay, operator: false });
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("alter table stream_frames add column name text, add column fact jsonb");
  await acrossTenants(knex, ["stream_frames", "stream_events"], () =>
    knex.raw(`
      update stream_frames f set name = e.name, fact = e.fact
      from stream_events e where e.tenant_id = f.tenant_id and e.id = f.event_id;
      delete from stream_frames where name is null;
    `),
  );
  await knex.raw(`
    alter table stream_frames alter column name set not null, alter column fact set not null;
    comment on column stream_frames.fact is 'Ids, amounts and times; the process that streams it presents what the recipient may see.';
    drop table stream_events;
  `);
}
