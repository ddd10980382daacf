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

  it("by one job three times: that job is quarantined with an operator's task, the others are done once", async () => {
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
    for (let death = 1; death <= 3; death += 1) {
      const worker = startDoomed(database, "worker", { dieAt: 9 });
      const [, signal] = (await once(worker.process, "exit")) as [number | null, string | null];
      assert.equal(signal, "SIGKILL");
      await test.admin.query("update worker_heartbeats set seen_at = seen_at - interval '1 minute'");
      const taken = await takeBackJobs(test.relayPool, { alsoUnknown: false });
      assert.equal(taken.workers, 1, `death ${death}`);
    }
    const last = startDoomed(database, "worker", { dieAt: 9 });
    await eventually(async () => (await effects(test)).length === 59);
    await eventually(async () => (await test.admin.query("select from graphile_worker.jobs")).rowCount === 1);
    await last.kill();
    assert.ok(!(await effects(test)).includes("counted 9"));
    const { rows: kept } = await test.admin.query(
      "select priority, attempts = max_attempts as over from graphile_worker.jobs",
    );
    assert.deepEqual(kept, [{ priority: -3, over: true }]);

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
});
