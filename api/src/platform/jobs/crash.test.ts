import assert from "node:assert/strict";
import { once } from "node:events";
import { after, before, beforeEach, describe, it } from "node:test";
import {
  announceThing,
  backgroundTest,
  type BackgroundTest,
  effects,
  eventually,
  silentLog,
  testJobs,
} from "../../../test/background.ts";
import { testDatabase, type TestDatabase } from "../../../test/database.ts";
import { startDoomed } from "../../../test/doomed.ts";
import { Metrics } from "../metrics.ts";
import { Relay } from "../outbox/relay.ts";
import { takeBackJobs } from "./dead-workers.ts";
import { FailedJobs } from "./failed-jobs.ts";
import { eventsOf, jobTarget } from "./subscriptions.ts";

/** Suspects run one after another, each in a process that starts on a busy machine. */
const patienceMs = 180_000;

describe("a worker that is killed", () => {
  let database: TestDatabase;
  let test: BackgroundTest;
  let tenantId: string;

  before(async () => {
    database = await testDatabase();
    test = await backgroundTest(database);
    tenantId = await test.addTenant();
  });
  beforeEach(() =>
    test.admin.query(
      "truncate effects, calls, processed_jobs, worker_heartbeats, graphile_worker._private_jobs",
    ),
  );
  after(async () => {
    await test.close();
    await database.drop();
  });

  it("in a job: another worker resumes it within 15 s, and the effect is there once", async (t) => {
    const first = startDoomed(database, "worker", { hangAt: 1 });
    t.after(() => first.kill());
    await announceThing(test, tenantId, "thing.happened", 1);
    await announceThing(test, tenantId, "thing.sent", 1);
    await first.said("hanging 1");
    await eventually(async () => (await test.admin.query("select from calls")).rowCount === 1);
    const second = startDoomed(database, "worker");
    t.after(() => second.kill());
    await second.said("ready");
    await first.kill();
    const killedAt = performance.now();
    await eventually(async () => (await effects(test)).length === 3);
    assert.ok(performance.now() - killedAt < 15_000, `${performance.now() - killedAt} ms`);
    await eventually(async () => (await test.admin.query("select from graphile_worker.jobs")).rowCount === 0);
    assert.deepEqual(await effects(test), ["counted 1", "listed 1", "sent 1"]);
    const { rows } = await test.admin.query<{ calls: number; keys: number }>(
      "select count(*)::integer as calls, count(distinct key)::integer as keys from calls",
    );
    assert.deepEqual(rows, [{ calls: 2, keys: 1 }]);
  });

  /** Thirty events of two jobs each, written into the queue. */
  const fillQueue = async () => {
    const relay = new Relay({
      pool: test.relayPool,
      targets: [jobTarget(testJobs())],
      events: eventsOf(testJobs()),
      log: silentLog(),
      metrics: new Metrics(),
      reportStuck: async () => {},
    });
    for (let number = 1; number <= 30; number += 1)
      await announceThing(test, tenantId, "thing.happened", number);
    await relay.move();
  };
  const takeBack = async (what: string) => {
    await test.admin.query("update worker_heartbeats set seen_at = seen_at - interval '1 minute'");
    assert.equal((await takeBackJobs(test.relayPool, { alsoUnknown: false })).workers, 1, what);
  };
  const queue = async () =>
    (
      await test.admin.query<{ priority: number; over: boolean }>(
        "select priority, attempts = max_attempts as over from graphile_worker.jobs",
      )
    ).rows;
  /** The job that counts the ninth thing, with whether it says that it runs. */
  const ninth = async () => {
    const { rows } = await test.admin.query<{ priority: number; over: boolean; runs: boolean }>(
      `select j.priority, j.attempts = j.max_attempts as over,
         exists (select from worker_heartbeats where j.id = any(suspects)) as runs
       from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'test.count_thing' and j.payload -> 'fact' ->> 'number' = '9'`,
    );
    return rows[0];
  };

  it("by one job twice: the third time it ends a process of its own, is quarantined with an operator's task, and the others are done once", async (t) => {
    await fillQueue();
    for (let death = 1; death <= 2; death += 1) {
      const worker = startDoomed(database, "worker", { dieAt: 9 });
      const [, signal] = (await once(worker.process, "exit")) as [number | null, string | null];
      assert.equal(signal, "SIGKILL");
      await takeBack(`death ${death}`);
    }
    const last = startDoomed(database, "worker", { dieAt: 9 });
    t.after(() => last.kill());
    await eventually(async () => (await effects(test)).length === 59, patienceMs);
    await eventually(async () => (await queue()).length === 1, patienceMs);
    await eventually(async () => {
      const job = await ninth();
      return job!.over && !job!.runs;
    }, patienceMs);
    assert.equal(last.process.exitCode, null, "the worker lives on");
    await last.kill();
    assert.ok(!(await effects(test)).includes("counted 9"));
    assert.deepEqual(await queue(), [{ priority: 10, over: true }]);

    const options = {
      pool: test.relayPool,
      scopes: test.scopes,
      loadTenant: test.loadTenant,
      log: silentLog(),
    };
    const tasks = async () => (await test.admin.query("select kind, state from operator_tasks")).rows;
    await new FailedJobs(options).report();
    assert.deepEqual(await tasks(), [{ kind: "jobs.quarantined", state: "open" }]);
    await test.admin.query("update operator_tasks set state = 'done', done_at = now()");
    await new FailedJobs(options).report();
    assert.deepEqual(await tasks(), [{ kind: "jobs.quarantined", state: "done" }]);
  });

  it("by something else each time: a job that was running every time is done all the same", async (t) => {
    await fillQueue();
    for (let death = 1; death <= 4; death += 1) {
      const worker = startDoomed(database, "worker", { hangAt: 9 });
      t.after(() => worker.kill());
      // From the second on the job says that it runs; from the third on it runs in a process of its own.
      await worker.said("hanging 9");
      await worker.kill();
      await takeBack(`death ${death}`);
      assert.deepEqual(await ninth(), { priority: death === 1 ? -1 : death, over: false, runs: false });
    }
    const last = startDoomed(database, "worker");
    t.after(() => last.kill());
    await eventually(async () => (await effects(test)).length === 60, patienceMs);
    await eventually(async () => (await queue()).length === 0, patienceMs);
    assert.deepEqual((await test.admin.query("select from operator_tasks where state = 'open'")).rows, []);
  });
});
