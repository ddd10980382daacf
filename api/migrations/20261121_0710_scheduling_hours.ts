import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table weekly_hours (
      tenant_id uuid not null,
      id uuid not null,
      host_id uuid not null,
      weekday smallint not null check (weekday between 1 and 7),
      start_minute smallint not null check (start_minute between 0 and 1439),
      end_minute smallint not null,
      valid_from date,
      valid_until date,
      primary key (tenant_id, id),
      foreign key (tenant_id, host_id) references hosts (tenant_id, id) on delete cascade,
      constraint weekly_hours_last check (end_minute > start_minute and end_minute - start_minute <= 1440),
      constraint weekly_hours_valid check (valid_until >= valid_from)
    );
    create index weekly_hours_host on weekly_hours (tenant_id, host_id, weekday, start_minute);
    comment on table weekly_hours is 'When a host works every week, several stretches a day; those of one host never overlap.';
    comment on column weekly_hours.weekday is 'ISO: Monday 1 to Sunday 7.';
    comment on column weekly_hours.start_minute is 'Since midnight of the wall clock.';
    comment on column weekly_hours.end_minute is 'Past 1440 it lies on the next date.';

    create table host_stays (
      tenant_id uuid not null,
      id uuid not null,
      host_id uuid not null,
      time_zone text not null check (length(time_zone) between 1 and 64),
      from_on date not null,
      until_on date,
      primary key (tenant_id, id),
      foreign key (tenant_id, host_id) references hosts (tenant_id, id) on delete cascade,
      constraint host_stays_valid check (until_on >= from_on)
    );
    create index host_stays_host on host_stays (tenant_id, host_id, from_on);
    comment on table host_stays is 'Times in which a host lives by the clock of another zone.';
    comment on column host_stays.until_on is 'The last date; null while it goes on.';

    create table date_overrides (
      tenant_id uuid not null,
      id uuid not null,
      host_id uuid not null,
      date_on date not null,
      hours jsonb not null check (jsonb_typeof(hours) = 'array'),
      primary key (tenant_id, id),
      unique (tenant_id, host_id, date_on),
      foreign key (tenant_id, host_id) references hosts (tenant_id, id) on delete cascade
    );
    comment on table date_overrides is 'What one date has instead of its weekly hours.';
    comment on column date_overrides.hours is 'List of {startMinute, endMinute}; empty makes it a day off.';
  `);
  for (const table of ["weekly_hours", "host_stays", "date_overrides"]) await isolateTenants(knex, table);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table date_overrides; drop table host_stays; drop table weekly_hours;");
}
