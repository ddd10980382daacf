import { type Knex } from "knex";

const writtenOnce = [
  "account_tenants",
  "exchanged_tokens",
  "gateway_test_events",
  "message_words",
  "room_signals",
];
const changing = [
  "busy_spans",
  "date_overrides",
  "file_totals",
  "host_stays",
  "member_responses",
  "message_attachments",
  "order_lines",
  "weekly_hours",
];
const both = ["created_at", "updated_at"];

export async function up(knex: Knex): Promise<void> {
  // Of rows that were there before, only the time of this migration is known; whoever writes says the time from now on.
  for (const [table, columns] of times())
    for (const column of columns)
      await knex.raw(`
        alter table ${table} add column ${column} timestamptz not null default now();
        alter table ${table} alter column ${column} drop default`);
  // The relay has no tenant's clock: as for the frames it writes, the database's will do.
  await knex.raw(`
    alter table stream_cursors
      add column created_at timestamptz not null default now(),
      add column updated_at timestamptz not null default now()`);
}

export async function down(knex: Knex): Promise<void> {
  for (const [table, columns] of [...times(), ["stream_cursors", both] as const])
    for (const column of columns) await knex.raw(`alter table ${table} drop column ${column}`);
}

const times = () => [
  ...writtenOnce.map((table) => [table, ["created_at"]] as const),
  ...changing.map((table) => [table, both] as const),
];
