import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table timers (
      tenant_id uuid not null,
      id uuid not null,
      kind text not null,
      subject_id uuid not null,
      key text not null default '',
      due_at timestamptz not null,
      payload jsonb not null default '{}',
      state text not null default 'pending' check (state in ('pending', 'firing', 'done', 'failed', 'cancelled')),
      attempts integer not null default 0,
      last_error text,
      claimed_at timestamptz,
      created_at timestamptz not null default now(),
      primary key (tenant_id, id)
    );
    create unique index timers_one_pending on timers (tenant_id, kind, subject_id, key) where state = 'pending';
    -- The relay looks for due timers of all tenants, and for those whose worker died.
    create index timers_due_at on timers (due_at) where state = 'pending';
    create index timers_claimed_at on timers (claimed_at) where state = 'firing';
    -- A sandbox's clock is advanced by walking its own timers in order.
    create index timers_tenant_due_at on timers (tenant_id, due_at, id) where state = 'pending';
    -- Leaving a state cancels what it had started.
    create index timers_subject on timers (tenant_id, subject_id);
    comment on table timers is 'Everything that must happen later.';
    comment on column timers.kind is 'Name of the handler, as scheduling.expire_hold.';
    comment on column timers.subject_id is 'What the timer is about; the tenant''s id for daily work.';
    comment on column timers.key is 'Tells timers of one kind and subject apart, as the minutes of a reminder.';
    comment on column timers.due_at is 'Business time of the tenant.';
    comment on column timers.payload is 'Ids, amounts and times only: the relay reads it across tenants.';
    comment on column timers.claimed_at is 'Wall clock; when the relay last handed the timer to a worker.';
  `);
  await isolateTenants(knex, "timers", { relay: ["select", "update", "delete"] });
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table timers");
}
