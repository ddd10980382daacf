import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { z } from "zod";
import {
  backgroundTest,
  type BackgroundTest,
  leave,
  noLoneProgram,
  silentLog,
} from "../../../test/background.ts";
import { testDatabase, type TestDatabase } from "../../../test/database.ts";
import { type Background, startBackground } from "../background.ts";
import { wallClock } from "../clock.ts";
import { newId } from "../ids.ts";
import { job } from "../jobs/job.ts";
import { Bugs } from "../alerts/bugs.ts";
import { CallMinutes } from "../alerts/call-minutes.ts";
import { Metrics } from "../metrics.ts";
import { announce } from "../outbox/announce.ts";
import { type Advance } from "./advance.ts";
import { setTimer, timer } from "./timer.ts";

const DAY = 86_400_000;
const HOUR = 3_600_000;
const subjectId = newId(wallClock());
const numbered = z.strictObject({ number: z.int() });

describe("advancing a sandbox's clock", () => {
  let database: TestDatabase;
  let test: BackgroundTest;
  let background: Background;
  let sandboxId: string;
  let start: Date;
  const at = (ms: number) => new Date(start.getTime() + ms);
  const set = (name: string, number: number, dueAt: Date) =>
    test.within(sandboxId, (scope) =>
      setTimer(scope, { name, subjectId, dueAt, key: String(number), payload: { number } }),
    );
  const advance = (ms: number, deadlineMs = 20_000) => background.advanceClock(sandboxId, at(ms), deadlineMs);
  /** What happened, with the minutes of the sandbox's time at which it did. */
  const happened = async () => {
    const { rows } = await test.admin.query<{ name: string; number: number; at: Date }>(
      "select name, number, at from effects where tenant_id = $1 order by at, name, number",
      [sandboxId],
    );
    return rows.map(
      ({ name, number, at }) => `${name} ${number} ${Math.floor((at.getTime() - start.getTime()) / 60_000)}`,
    );
  };

  const timers = [
    timer({
      name: "test.note",
      payload: numbered,
      run: (scope, { payload }) => leave(scope, "noted", payload.number),
    }),
    timer({
      name: "test.daily",
      payload: numbered,
      async run(scope, { dueAt, payload: { number } }) {
        await leave(scope, "daily", number);
        const next = { name: "test.daily", subjectId, dueAt: new Date(dueAt.getTime() + DAY) };
        await setTimer(scope, { ...next, payload: { number: number + 1 } });
      },
    }),
    timer({
      name: "test.tell",
      payload: numbered,
      async run(scope, { payload: { number } }) {
        await leave(scope, "told", number);
        await announce(scope, "thing.happened", { number });
      },
    }),
    timer({
      name: "test.fail",
      payload: numbered,
      run: () => Promise.reject(new Error("This timer always fails.")),
    }),
  ];
  const jobs = [
    job({
      name: "test.follow_up",
      on: ["thing.happened"],
      payload: numbered,
      async run(scope, { number }) {
        await leave(scope, "followed", number);
        // An hour after the event, so only a clock that stands still finds it before the timers of the next day.
        const dueAt = new Date(scope.now.getTime() + HOUR);
        await setTimer(scope, {
          name: "test.note",
          subjectId,
          dueAt,
          key: `f${number}`,
          payload: { number },
        });
      },
    }),
  ];

  before(async () => {
    database = await testDatabase();
    test = await backgroundTest(database);
    const { relayUrl, scopes, loadTenant } = test;
    background = startBackground({
      relayUrl,
      modules: [{ jobs, timers, events: {} }],
      scopes,
      loadTenant,
      targets: [],
      log: silentLog(),
      metrics: new Metrics(),
      bugs: new Bugs(),
      calls: new CallMinutes(),
      alertTargets: { webhookUrl: null, mailTo: null },
      loneProgram: noLoneProgram,
      concurrency: 6,
      doesWork: true,
    });
  });
  beforeEach(async () => {
    const liveId = await test.addTenant();
    sandboxId = await test.addTenant(liveId);
    start = wallClock();
  });
  after(async () => {
    await background.stop();
    await test.close();
    await database.drop();
  });

  it("timers run in order, each at its due time, with what follows from them in between", async () => {
    await set("test.note", 2, at(2 * DAY));
    await set("test.tell", 1, at(DAY));
    await set("test.note", 9, at(9 * DAY));
    const answer = await advance(3 * DAY);
    assert.deepEqual(answer, { now: at(3 * DAY), to: at(3 * DAY), pending: 0, failed: 0 });
    assert.deepEqual(await happened(), ["told 1 1440", "followed 1 1440", "noted 1 1500", "noted 2 2880"]);
    const tenant = await test.loadTenant(sandboxId);
    // The clock goes on from where it was set, so it is behind by what the advance itself took.
    const behind = 3 * DAY - (tenant?.clockOffsetMs ?? 0);
    assert.ok(behind >= 0 && behind <= wallClock().getTime() - start.getTime(), `${behind} ms`);
  });

  it("400 days with a daily timer, resumed after deadlines: every day once, nothing left", async () => {
    await set("test.daily", 1, at(DAY));
    let answer: Advance;
    let calls = 0;
    do {
      answer = await advance(400 * DAY, 1000);
      calls += 1;
      assert.ok(answer.now <= at(400 * DAY));
      assert.ok(calls < 60);
    } while (answer.now.getTime() !== answer.to.getTime());
    assert.ok(calls > 1, "the deadline was never met");
    assert.deepEqual(
      await happened(),
      Array.from({ length: 400 }, (_, day) => `daily ${day + 1} ${(day + 1) * 1440}`),
    );
    assert.equal(answer.pending, 0);
  });

  it("the clock never goes back", async () => {
    await advance(5 * DAY);
    const { clockOffsetMs } = (await test.loadTenant(sandboxId)) ?? {};
    await set("test.note", 1, at(2 * DAY));
    await advance(3 * DAY);
    assert.equal((await test.loadTenant(sandboxId))?.clockOffsetMs, clockOffsetMs);
    assert.deepEqual(await happened(), ["noted 1 2880"]);
  });

  it("two advances at once do everything once and in order", async () => {
    for (let number = 1; number <= 20; number += 1) await set("test.note", number, at(number * HOUR));
    const answers = await Promise.all([advance(DAY), advance(DAY), advance(2 * DAY)]);
    assert.deepEqual(
      answers.map(({ pending }) => pending),
      [0, 0, 0],
    );
    assert.deepEqual(
      await happened(),
      Array.from({ length: 20 }, (_, hour) => `noted ${hour + 1} ${(hour + 1) * 60}`),
    );
  });

  it("a timer that fails is counted and does not stop the others", async () => {
    await set("test.fail", 1, at(DAY));
    await set("test.note", 2, at(2 * DAY));
    const answer = await advance(3 * DAY);
    assert.deepEqual(answer, { now: at(3 * DAY), to: at(3 * DAY), pending: 0, failed: 1 });
    assert.deepEqual(await happened(), ["noted 2 2880"]);
    await test.admin.query("delete from timers where kind = 'test.fail'");
  });

  it("refused: the clock of a live tenant", async () => {
    const liveId = await test.addTenant();
    await assert.rejects(background.advanceClock(liveId, at(DAY), 1000), /Only a sandbox/);
  });
});
