import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Pool } from "pg";
import { testDatabase, type TestDatabase } from "../../test/database.ts";
import { createLog } from "./log.ts";
import { Retention } from "./retention.ts";

let database: TestDatabase;
let admin: Pool;
let relay: Pool;

before(async () => {
  database = await testDatabase();
  admin = new Pool({ connectionString: database.adminUrl, max: 1 });
  relay = new Pool({ connectionString: database.url("app_relay"), max: 1 });
});
after(async () => {
  await Promise.all([admin.end(), relay.end()]);
  await database.drop();
});

test("old rows go, younger ones and waiting timers stay", async () => {
  const tenantId = "00000000-0000-4000-8000-000000000001";
  await admin.query(
    `insert into processed_jobs (tenant_id, job_id, processed_at)
     values ('${tenantId}', 'old', now() - interval '31 days'), ('${tenantId}', 'young', now() - interval '29 days')`,
  );
  await admin.query(
    `insert into timers (tenant_id, id, kind, subject_id, key, due_at, state, claimed_at)
     select '${tenantId}', gen_random_uuid(), 'test', gen_random_uuid(), age || ' ' || state, now() - age, state, now() - age
     from unnest(array['8 days', '6 days']::interval[]) age, unnest(array['done', 'pending', 'failed']) state`,
  );
  await admin.query(
    "insert into rate_limits (key, tat) values ('past', 0), ('ahead', (extract(epoch from now()) * 1000000 + 60000000)::bigint)",
  );
  assert.deepEqual(await new Retention(relay, createLog("critical")).sweep(), {
    deleted: { processed_jobs: 1, timers: 1, rate_limits: 1 },
    hasMore: false,
  });
  const { rows } = await admin.query<{ kept: string }>(
    `select job_id as kept from processed_jobs union all select key from timers union all select key from rate_limits order by kept`,
  );
  assert.deepEqual(
    rows.map(({ kept }) => kept),
    ["6 days done", "6 days failed", "6 days pending", "8 days failed", "8 days pending", "ahead", "young"],
  );
});
