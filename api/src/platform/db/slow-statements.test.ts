import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { type Knex } from "knex";
import { testDatabase, type TestDatabase } from "../../../test/database.ts";
import { createLog, withLogContext } from "../log.ts";
import { Scopes } from "../scope/open.ts";
import { noTenant } from "../scope/tenant.ts";
import { openRuntimePool, poolStanding } from "./pool.ts";
import { type SlowStatement } from "./slow-statements.ts";

let database: TestDatabase;
let knex: Knex;
const told: SlowStatement[] = [];
const lines: string[] = [];
const log = createLog("info", { write: (line) => void lines.push(line) });

before(async () => {
  database = await testDatabase();
  knex = openRuntimePool(database.url("app_rt"), {
    size: 2,
    name: "slow statements",
    slow: {
      overMs: 100,
      tell: (statement) => {
        told.push(statement);
        log.warn("slow");
      },
    },
  });
});
after(async () => {
  await knex?.destroy();
  await database?.drop();
});
beforeEach(() => {
  told.length = 0;
  lines.length = 0;
});

const scopes = () => new Scopes(knex);
const asked = () => ({
  tenant: noTenant,
  actor: { kind: "system", cause: "test" } as const,
  now: new Date(),
  request: { requestId: "test", ip: null, origin: null, locale: "", userAgent: null },
});
const word = "somebody-wrote-this";

test("a slow statement is told with its text and time, never with its values, in whichever way it is sent", async () => {
  await knex.raw("select pg_sleep(0.15), ?::text as raw", [word]);
  await scopes().inspect(asked(), (scope) => scope.read`select pg_sleep(0.15), ${word}::text as read`);
  await scopes().transact(asked(), (scope) => scope.sql`select pg_sleep(0.15), ${word}::text as written`);
  for (const name of ["raw", "read", "written"]) {
    const found = told.filter(({ text }) => text.includes(`as ${name}`));
    assert.equal(found.length, 1, name);
    assert.ok(found[0]!.milliseconds >= 140 && found[0]!.milliseconds < 5000, name);
  }
  assert.equal(JSON.stringify(told).includes(word), false);
});

test("one that fails after a long time is told as well; fast ones are not", async () => {
  await knex.raw("select 1 as fast");
  await assert.rejects(knex.raw("select pg_sleep(0.15), 1 / (random() * 0)::int as failing"));
  assert.deepEqual(
    told.map(({ text }) => / as (\w+)/.exec(text)?.[1]),
    ["failing"],
  );
});

test("the log names the call a slow statement belongs to, also when others wait at the same connections", async () => {
  await Promise.all(
    ["r1", "r2", "r3", "r4"].map((requestId) =>
      withLogContext({ requestId }, async () => knex.raw("select pg_sleep(0.12)")),
    ),
  );
  const named = lines.map((line) => String((JSON.parse(line) as { requestId?: string }).requestId));
  assert.deepEqual(named.toSorted(), ["r1", "r2", "r3", "r4"]);
});

test("the standing of the pool says who works, rests and waits", async () => {
  const work = Array.from({ length: 3 }, async () => knex.raw("select pg_sleep(0.2)"));
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.deepEqual(poolStanding(knex), { used: 2, free: 0, waiting: 1 });
  await Promise.all(work);
  assert.deepEqual(poolStanding(knex), { used: 0, free: 2, waiting: 0 });
});
