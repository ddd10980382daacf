import { type Knex } from "knex";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table call_minutes (
      minute timestamptz not null,
      process_id uuid not null,
      calls integer not null,
      failures integer not null,
      by_duration integer[] not null,
      primary key (minute, process_id)
    );
    comment on table call_minutes is 'How each process answered, minute by minute, for the alerts; kept for a day.';
    comment on column call_minutes.failures is 'Answers of 500 and above.';
    comment on column call_minutes.by_duration is 'Calls by the bound of their duration; see alerts/call-minutes.ts.';

    create table bugs (
      fingerprint text primary key,
      place text not null,
      type text not null,
      message text not null,
      stack text not null,
      count bigint not null,
      first_at timestamptz not null,
      last_at timestamptz not null,
      last_request_id text not null
    );
    create index bugs_last_at on bugs (last_at desc, fingerprint);
    comment on table bugs is 'Failures nobody expected, alike ones in one row; wall clock.';
    comment on column bugs.place is 'The procedure, job or timer.';
    comment on column bugs.message is 'Without numbers, quoted texts and addresses, which may be somebody''s.';

    create table alerts (
      id uuid primary key default gen_random_uuid(),
      rule text not null,
      value double precision not null,
      opened_at timestamptz not null,
      opening_told_at timestamptz,
      ended_at timestamptz,
      ending_told_at timestamptz
    );
    -- One row per incident.
    create unique index alerts_one_open on alerts (rule) where ended_at is null;
    create index alerts_opened_at on alerts (opened_at desc, id);
    comment on table alerts is 'Incidents of the installation, from the first sign to the recovery; wall clock.';

    grant select, insert, update, delete on call_minutes, bugs, alerts to app_relay;
    grant select on bugs, alerts to app_rt;
    grant select on call_minutes, bugs, alerts to app_operator;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table alerts; drop table bugs; drop table call_minutes;");
}
