import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { z } from "zod";
import {
  backgroundTest,
  type BackgroundTest,
  effects,
  eventually,
  leave,
  silentLog,
} from "../../../test/background.ts";
import { testDatabase, type TestDatabase } from "../../../test/database.ts";
import { wallClock } from "../clock.ts";
import { newId } from "../ids.ts";
import { Bugs } from "../alerts/bugs.ts";
import { Metrics } from "../metrics.ts";
import { TimerSweep } from "./sweep.ts";
import { cancelTimers, setTimer, type Timer, timer } from "./timer.ts";

const subjectId = newId(wallClock());
const fromNow = (ms: number) => new Date(wallClock().getTime() + ms);

describe("timers", () => {
  let database: TestDatabase;
  let test: BackgroundTest;
  let tenantId: string;
  let failures = 0;
  const ran: { number: number; dueAt: Date; now: Date }[] = [];
  const noting = timer({
    name: "test.note",
    payload: z.strictObject({ number: z.int() }),
    async run(scope, { dueAt, payload: { number } }) {
      ran.push({ number, dueAt, now: scope.now });
      await leave(scope, "noted", number);
      if (failures > 0) {
        failures -= 1;
        throw new Error("Not yet.");
      }
    },
  });
  const sweepWith = (...timers: Timer[]) => {
    const { relayPool: pool, scopes, loadTenant } = test;
    return new TimerSweep(
      { pool, timers, scopes, loadTenant, log: silentLog(), metrics: new Metrics(), bugs: new Bugs() },
      1,
    );
  };
  const note = (number: number, dueAt: Date, tenant = tenantId) =>
    test.within(tenant, (scope) =>
      setTimer(scope, { name: "test.note", subjectId, dueAt, key: String(number), payload: { number } }),
    );
  const states = async () => {
    const { rows } = await test.admin.query<{ state: string }>(
      "select key || ' ' || state as state from timers order by key",
    );
    return rows.map(({ state }) => state);
  };
  /** Makes whatever waits for its next try, or was left by a dead process, ready now. */
  const hurry = () => test.admin.query("update timers set claimed_at = claimed_at - interval '2 hours'");

  before(async () => {
    database = await testDatabase();
    test = await backgroundTest(database);
  });
  beforeEach(async () => {
    await test.admin.query("truncate effects, timers, operator_tasks");
    tenantId = await test.addTenant();
    ran.length = 0;
  });
  afterEach(() => {
    failures = 0;
  });
  after(async () => {
    await test.close();
    await database.drop();
  });

  it("what is due runs once, the earliest first, at its due time or later; the rest waits", async () => {
    await note(3, fromNow(-1000));
    await note(1, fromNow(-3000));
    await note(2, fromNow(-2000));
    await note(4, fromNow(60_000));
    const sweep = sweepWith(noting);
    assert.equal(await sweep.sweepLive(), 3);
    assert.equal(await sweep.sweepLive(), 0);
    assert.deepEqual(
      ran.map(({ number }) => number),
      [1, 2, 3],
    );
    assert.ok(ran.every(({ dueAt, now }) => now >= dueAt));
    assert.deepEqual(await states(), ["1 done", "2 done", "3 done", "4 pending"]);
  });

  it("a started sweep runs a timer within a second of its time", async (t) => {
    const sweep = sweepWith(noting);
    sweep.start();
    t.after(() => sweep.stop());
    await note(1, fromNow(300));
    await eventually(async () => ran.length === 1);
    const late = (ran[0]?.now.getTime() ?? 0) - (ran[0]?.dueAt.getTime() ?? 0);
    assert.ok(late >= 0 && late < 1500, `${late} ms`);
  });

  it("two sweeps never run the same timer", async () => {
    for (let number = 1; number <= 40; number += 1) await note(number, fromNow(-1000));
    const sweeps = [sweepWith(noting), sweepWith(noting)];
    await Promise.all(sweeps.map((sweep) => sweep.sweepLive()));
    assert.equal(ran.length, 40);
    assert.equal(new Set(ran.map(({ number }) => number)).size, 40);
  });

  it("a failure leaves nothing, comes back, and an operator hears of the fifth until it is over", async () => {
    failures = 5;
    await note(1, fromNow(-1000));
    const sweep = sweepWith(noting);
    const tasks = async () => (await test.admin.query("select kind, state from operator_tasks")).rows;
    for (let failure = 1; failure <= 5; failure += 1) {
      assert.deepEqual(await tasks(), []);
      assert.equal(await sweep.sweepLive(), 1);
      assert.equal(await sweep.sweepLive(), 0);
      assert.deepEqual(await states(), ["1 failed"]);
      await hurry();
    }
    assert.deepEqual(await effects(test), []);
    assert.deepEqual(await tasks(), [{ kind: "timers.failing", state: "open" }]);
    assert.equal(await sweep.sweepLive(), 1);
    assert.deepEqual(await effects(test), ["noted 1"]);
    assert.deepEqual(await states(), ["1 done"]);
    assert.deepEqual(await tasks(), [{ kind: "timers.failing", state: "done" }]);
  });

  it("a timer left by a dead process is run by another", async () => {
    await note(1, fromNow(-1000));
    await test.admin.query("update timers set state = 'firing', attempts = 1, claimed_at = now()");
    const sweep = sweepWith(noting);
    assert.equal(await sweep.sweepLive(), 0);
    await hurry();
    assert.equal(await sweep.sweepLive(), 1);
    assert.deepEqual(await effects(test), ["noted 1"]);
  });

  it("a timer set again moves, also after it failed; a cancelled one never runs", async () => {
    await note(1, fromNow(-1000));
    await note(1, fromNow(60_000));
    failures = 1;
    await note(2, fromNow(-1000));
    const sweep = sweepWith(noting);
    await sweep.sweepLive();
    assert.deepEqual(await states(), ["1 pending", "2 failed"]);
    await note(2, fromNow(60_000));
    assert.deepEqual(await states(), ["1 pending", "2 pending"]);
    failures = 1;
    await note(3, fromNow(-1000));
    await sweep.sweepLive();
    await test.within(tenantId, (scope) => cancelTimers(scope, { name: "test.note", subjectId }));
    await hurry();
    assert.equal(await sweep.sweepLive(), 0);
    assert.deepEqual(await states(), []);
  });

  it("a payload that does not fit fails like everything else; an unknown timer waits for a process that knows it", async () => {
    await test.within(tenantId, async (scope) => {
      await setTimer(scope, {
        name: "test.note",
        subjectId,
        dueAt: fromNow(-1000),
        key: "bad",
        payload: { number: "1" },
      });
      await setTimer(scope, { name: "test.newer", subjectId, dueAt: fromNow(-1000), key: "newer" });
    });
    await sweepWith(noting).sweepLive();
    assert.deepEqual(await states(), ["bad failed", "newer pending"]);
    const { rows } = await test.admin.query<{ last_error: string }>(
      "select last_error from timers where key = 'bad'",
    );
    assert.match(rows[0]?.last_error ?? "", /expected number/);
  });

  it("a sandbox's timers follow its own clock", async () => {
    const sandboxId = await test.addTenant(tenantId);
    await test.admin.query("update tenants set clock_offset_ms = 86400000 where id = $1", [sandboxId]);
    await note(1, fromNow(80_000_000), sandboxId);
    await note(2, fromNow(90_000_000), sandboxId);
    await note(3, fromNow(80_000_000));
    const sweep = sweepWith(noting);
    assert.equal(await sweep.sweepLive(), 0);
    assert.equal(await sweep.sweepSandboxes(), 1);
    assert.deepEqual(await states(), ["1 done", "2 pending", "3 pending"]);
    assert.ok((ran[0]?.now ?? 0) >= fromNow(86_000_000));
  });
});
