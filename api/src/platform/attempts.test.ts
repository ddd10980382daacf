import assert from "node:assert/strict";
import { after, before, mock, test } from "node:test";
import { type Knex } from "knex";
import { testDatabase, type TestDatabase } from "../../test/database.ts";
import { type AttemptLimit, forgiveAttempts, returnAttempt, takeAttempt } from "./attempts.ts";
import { openRuntimePool } from "./db/pool.ts";
import { AppError } from "./errors.ts";
import { newId } from "./ids.ts";
import { Scopes } from "./scope/open.ts";
import { type Scope } from "./scope/scope.ts";
import { noTenant } from "./scope/tenant.ts";
import { KeyRing, useKeyRing } from "./secrets.ts";

let database: TestDatabase;
let knex: Knex;
const start = new Date();

before(async () => {
  useKeyRing(KeyRing.parse(`k1:${Buffer.alloc(32, 1).toString("base64")}`));
  database = await testDatabase();
  knex = openRuntimePool(database.url("app_rt"), { size: 10, name: "attempts test" });
});
after(async () => {
  await knex.destroy();
  await database.drop();
});

const tenants = [newId(start), newId(start)] as const;
const inTenant = <R>(tenantId: string, work: (scope: Scope) => Promise<R>) =>
  new Scopes(knex).transact(
    {
      tenant: { ...noTenant, id: tenantId },
      actor: { kind: "system", cause: "test" },
      now: start,
      request: { requestId: "test", ip: null, origin: null, locale: "", userAgent: null },
    },
    work,
  );

const limitOf = (who: string): AttemptLimit => ({ what: "test.try", who, times: 5, minutes: 10 });
const attempt = (who: string, tenantId: string = tenants[0]) =>
  inTenant(tenantId, (scope) => takeAttempt(scope, limitOf(who))).then(
    () => "taken",
    (failure: unknown) => {
      assert.ok(failure instanceof AppError);
      return `${failure.code} ${failure.params["seconds"]}`;
    },
  );

test("as many as allowed pass at once, then none until the allowance comes back", async (t) => {
  mock.timers.enable({ apis: ["Date"], now: start });
  t.after(() => mock.timers.reset());
  const answers = await Promise.all(Array.from({ length: 8 }, () => attempt("flood")));
  assert.equal(answers.filter((answer) => answer === "taken").length, 5);
  assert.equal(await attempt("flood"), "request.rate_limited 120");
  mock.timers.setTime(start.getTime() + 120_000);
  assert.equal(await attempt("flood"), "taken");
  assert.match(await attempt("flood"), /rate_limited/);
});

test("others, and the same name in another tenant, are counted apart", async () => {
  for (let i = 0; i < 6; i++) await attempt("one");
  assert.match(await attempt("one"), /rate_limited/);
  assert.equal(await attempt("two"), "taken");
  assert.equal(await attempt("one", tenants[1]), "taken");
});

test("the right secret gives the allowance back", async () => {
  for (let i = 0; i < 5; i++) await attempt("right");
  assert.match(await attempt("right"), /rate_limited/);
  await inTenant(tenants[0], (scope) => forgiveAttempts(scope, limitOf("right")));
  assert.equal(await attempt("right"), "taken");
});

test("an attempt that was all right is given back alone", async () => {
  for (let i = 0; i < 5; i++) await attempt("shared");
  await inTenant(tenants[0], (scope) => returnAttempt(scope, limitOf("shared")));
  assert.equal(await attempt("shared"), "taken");
  assert.match(await attempt("shared"), /rate_limited/);
});

test("the stored key does not tell who tried", async () => {
  await attempt("ada@person.example");
  const rows = await inTenant(tenants[0], (scope) => scope.sql<{ key: string }>`select key from rate_limits`);
  assert.ok(rows.length > 0 && rows.every(({ key }) => !key.includes("ada")));
});
