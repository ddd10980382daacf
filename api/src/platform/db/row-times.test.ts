import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import pg from "pg";
import { testDatabase } from "../../../test/database.ts";

// Tables whose word for the time of a row says more than `created_at` would.
const madeAt: Readonly<Record<string, string>> = {
  alerts: "opened_at",
  audit_entries: "at",
  bugs: "first_at",
  call_minutes: "minute",
  captured_mails: "captured_at",
  captured_messages: "captured_at",
  contact_releases: "released_at",
  credit_redemptions: "redeemed_at",
  credit_referrals: "claimed_at",
  flow_instances: "placed_at",
  flow_steps: "happened_at",
  gateway_events: "received_at",
  gig_hits: "happened_at",
  holds: "held_at",
  ledger_accounts: "opened_at",
  ledger_lot_uses: "spent_at",
  ledger_lots: "opened_at",
  ledger_snapshots: "taken_at",
  ledger_transfers: "happened_at",
  mail_links: "requested_at",
  member_passwords: "changed_at",
  message_versions: "replaced_at",
  notification_deliveries: "queued_at",
  order_disputes: "opened_at",
  order_payments: "heard_at",
  orders: "placed_at",
  phone_codes: "requested_at",
  presence: "seen_at",
  processed_jobs: "processed_at",
  provider_events: "received_at",
  refresh_tokens: "issued_at",
  review_rounds: "opened_at",
  room_seats: "seen_at",
  searches: "searched_at",
  sessions: "started_at",
  sign_in_codes: "requested_at",
  used_manage_links: "used_at",
  webhook_attempts: "at",
  worker_heartbeats: "started_at",
};

// Tables whose rows change and say what happened to them, and when.
const changedAt: Readonly<Record<string, string>> = {
  alerts: "ended_at",
  bugs: "last_at",
  credit_referrals: "qualified_at",
  flow_instances: "moved_at",
  gateway_test_events: "delivered_at",
  gig_searches: "searched_at",
  gig_views: "viewed_at",
  mail_links: "used_at",
  member_passwords: "changed_at",
  notification_deliveries: "ended_at",
  notifications: "read_at",
  operator_tasks: "done_at",
  order_disputes: "closed_at",
  order_payments: "heard_at",
  phone_codes: "ended_at",
  presence: "seen_at",
  refresh_tokens: "used_at",
  room_seats: "seen_at",
  searches: "opened_at",
  sessions: "seen_at",
  sign_in_codes: "ended_at",
  team_invitations: "sent_at",
  timers: "claimed_at",
  worker_heartbeats: "seen_at",
};

// Tables whose rows are written once, or whose changes another row tells with its time.
const toldElsewhere: Readonly<Record<string, string>> = {
  account_tenants: "written once",
  audit_entries: "written once",
  call_minutes: "counted within its minute",
  captured_mails: "written once",
  captured_messages: "written once",
  contact_releases: "written once",
  credit_redemptions: "written once",
  credit_referral_codes: "written once",
  domain_owners: "written once",
  exchanged_tokens: "written once",
  flow_steps: "written once",
  gateway_events: "written once",
  gateway_test_checkouts: "the events of its gateway",
  gateway_test_refunds: "the events of its gateway",
  gig_hits: "added up and deleted",
  holds: "ended by the booking, or at `expires_at`",
  idempotency_keys: "answered within its call",
  ledger_accounts: "the transfers that move its balance",
  ledger_lot_uses: "the transfer that brings something back",
  ledger_lots: "the transfers that spend of it",
  ledger_snapshots: "written once",
  ledger_transfers: "written once",
  message_versions: "written once",
  message_words: "written once",
  orders: "`moved_at` of its flow",
  outbox: "handed on and deleted",
  processed_jobs: "written once",
  provider_events: "written once",
  review_rounds: "written once",
  room_signals: "written once",
  stream_events: "written once",
  stream_frames: "written once",
  used_manage_links: "written once",
  webhook_attempts: "written once",
};

const database = await testDatabase();
const admin = new pg.Client({ connectionString: database.adminUrl });
const times = new Map<string, string[]>();

before(async () => {
  await admin.connect();
  const { rows } = await admin.query<{ table: string; columns: string[] }>(`
    select c.relname as table, array(
      select a.attname::text from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and a.atttypid = 'timestamptz'::regtype
    ) as columns
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname !~ '^knex_'
      and not c.relispartition`);
  for (const { table, columns } of rows) times.set(table, columns);
});
after(async () => {
  await admin.end();
  await database.drop();
});

test("every row says when it was made", () => {
  const silent = [...times].filter(([table, columns]) => !columns.includes(madeAt[table] ?? "created_at"));
  // A counter's one number is its time.
  assert.deepEqual(named(silent), ["rate_limits"]);
});

test("every row that changes says when it did last, or what happened to it and when", () => {
  const silent = [...times].filter(
    ([table, columns]) => !columns.includes(changedAt[table] ?? "updated_at") && !(table in toldElsewhere),
  );
  assert.deepEqual(named(silent), ["rate_limits"]);
});

test("no exception is left over", () => {
  const usual = (table: string, column: string) => times.get(table)?.includes(column) ?? true;
  assert.deepEqual(
    Object.keys(madeAt).filter((table) => usual(table, "created_at")),
    [],
  );
  const others = [...Object.keys(changedAt), ...Object.keys(toldElsewhere)];
  assert.deepEqual(
    others.filter((table) => usual(table, "updated_at")),
    [],
  );
});

const named = (found: readonly (readonly [string, unknown])[]) => found.map(([table]) => table).toSorted();
