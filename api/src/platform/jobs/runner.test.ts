import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import {
  announceThing,
  backgroundTest,
  type BackgroundTest,
  effects,
  eventually,
  noLoneProgram,
  testJobs,
} from "../../../test/background.ts";
import { testDatabase, type TestDatabase } from "../../../test/database.ts";
import { type Background, startBackground } from "../background.ts";
import { derivedId } from "../ids.ts";
import { createLog } from "../log.ts";
import { Bugs } from "../alerts/bugs.ts";
import { CallMinutes } from "../alerts/call-minutes.ts";
import { Metrics } from "../metrics.ts";
import { announce } from "../outbox/announce.ts";
import { type RelayTarget } from "../outbox/target.ts";
import { type Job } from "./job.ts";

describe("jobs", () => {
  let database: TestDatabase;
  let test: BackgroundTest;
  let tenantId: string;
  let background: Background | undefined;
  const metrics = new Metrics();
  const logged: string[] = [];
  const log = createLog("warning", { write: (line: string) => void logged.push(line) });
  const start = (jobs: Job[], targets: RelayTarget[] = []) => {
    const { relayUrl, scopes, loadTenant } = test;
    const modules = [{ jobs, timers: [], events: {} }];
    background = startBackground({
      relayUrl,
      modules,
      scopes,
      loadTenant,
      targets,
      log,
      metrics,
      bugs: new Bugs(),
      calls: new CallMinutes(),
      alertTargets: { webhookUrl: null, mailTo: null },
      concurrency: 6,
      loneProgram: noLoneProgram,
      doesWork: true,
    });
    return background;
  };
  const queued = async () => {
    const { rows } = await test.admin.query(
      "select task_identifier as task, attempts, max_attempts as most, last_error as error from graphile_worker.jobs order by id",
    );
    return rows;
  };

  before(async () => {
    database = await testDatabase();
    test = await backgroundTest(database);
    tenantId = await test.addTenant();
  });
  beforeEach(() =>
    test.admin.query("truncate effects, calls, processed_jobs, graphile_worker._private_jobs"),
  );
  afterEach(() => background?.stop());
  after(async () => {
    await test.close();
    await database.drop();
  });

  it("every subscriber of an event runs once in the event's tenant", async () => {
    const { checks } = start(testJobs());
    await eventually(async () =>
      Promise.all(checks.map(({ check }) => check())).then(
        () => true,
        () => false,
      ),
    );
    await announceThing(test, tenantId, "thing.happened", 1);
    await eventually(async () => (await effects(test)).length === 2);
    assert.deepEqual(await effects(test), ["counted 1", "listed 1"]);
    await eventually(async () => (await queued()).length === 0);
    assert.match(await metrics.print(), /tessera_jobs_total\{job="test.count_thing",result="done"\} 1/);
  });

  it("what somebody waits for goes ahead of what was there before", async () => {
    const order: string[] = [];
    const behaviour = {
      onRun: (number: number) => void order.push(`counted ${number}`),
      onCall: (number: number) => void order.push(`sent ${number}`),
    };
    const jobs = testJobs(behaviour).map((each) =>
      each.name === "test.send_thing" ? { ...each, isUrgent: true } : each,
    );
    for (let number = 1; number <= 60; number += 1)
      await announceThing(test, tenantId, "thing.happened", number);
    await announceThing(test, tenantId, "thing.sent", 1);
    start(jobs);
    await eventually(async () => (await effects(test)).length === 121);
    // As many as run at once may have begun beside it.
    assert.ok(order.indexOf("sent 1") < 10, order.join(", "));
  });

  it("a thousand at once are done soon, each once", async () => {
    await test.within(tenantId, async (scope) => {
      for (let number = 1; number <= 1000; number += 1) await announce(scope, "thing.happened", { number });
    });
    const began = performance.now();
    start(testJobs());
    const done = async () => {
      const { rows } = await test.admin.query<{ all: number; apart: number }>(
        `select count(*)::int as "all", count(distinct number)::int as apart from effects where name = 'counted'`,
      );
      return rows[0]!;
    };
    for (let { all } = await done(); all < 1000; { all } = await done()) {
      assert.ok(performance.now() - began < 60_000, `${all} of 1,000 within a minute`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await eventually(async () => (await queued()).length === 0);
    assert.deepEqual(await done(), { all: 1000, apart: 1000 });
  });

  it("tells relays of other releases which events its jobs follow, and leaves jobs it does not know", async () => {
    start(testJobs());
    const told = async () => {
      const { rows } = await test.admin.query<{ subscriptions: { event: string; job: string }[] }>(
        "select subscriptions from worker_heartbeats",
      );
      return rows.flatMap(({ subscriptions }) => subscriptions.map(({ event, job }) => `${event} ${job}`));
    };
    await eventually(async () => (await told()).length > 0);
    assert.deepEqual((await told()).toSorted(), [
      "thing.broke test.break_thing",
      "thing.happened test.count_thing",
      "thing.happened test.list_thing",
      "thing.sent test.send_thing",
    ]);
    await test.admin.query("select graphile_worker.add_job('test.weigh_thing', '{}')");
    await announceThing(test, tenantId, "thing.happened", 1);
    await eventually(async () => (await effects(test)).length === 2);
    await eventually(async () => (await queued()).length === 1);
    assert.deepEqual(await queued(), [{ task: "test.weigh_thing", attempts: 0, most: 25, error: null }]);
  });

  it("a failing subscriber keeps nothing, stops nobody, is tried again, and ends as an operator's task", async () => {
    start(testJobs());
    await announceThing(test, tenantId, "thing.broke", 1);
    await announceThing(test, tenantId, "thing.happened", 2);
    await eventually(async () => (await effects(test)).length === 2);
    await eventually(async () => (await queued())[0]?.attempts === 1);
    const hurry = setInterval(
      () =>
        void test.admin.query(
          "update graphile_worker._private_jobs set run_at = now() where locked_at is null",
        ),
      50,
    );
    const tasks = async () =>
      (await test.admin.query("select tenant_id, kind, state, params ->> 'job' as job from operator_tasks"))
        .rows;
    await eventually(async () => (await tasks()).length > 0);
    clearInterval(hurry);
    assert.deepEqual(await tasks(), [
      { tenant_id: tenantId, kind: "jobs.failed", state: "open", job: "test.break_thing" },
    ]);
    assert.deepEqual(await effects(test), ["counted 2", "listed 2"]);
    assert.deepEqual(await queued(), [
      { task: "test.break_thing", attempts: 2, most: 2, error: "This job always fails." },
    ]);
    const failures = logged.filter((line) => line.includes('"job":"test.break_thing"'));
    assert.deepEqual(
      failures.map((line) => /"level":"(\w+)".*"message":"(.*)"/.exec(line)?.slice(1)),
      [
        ["WARNING", "A job failed."],
        ["ERROR", "A job failed."],
        ["ERROR", "A job failed for good."],
      ],
    );
  });

  it("a job that runs again after its commit does nothing", async () => {
    start(testJobs());
    await announceThing(test, tenantId, "thing.sent", 1);
    await announceThing(test, tenantId, "thing.happened", 1);
    await eventually(async () => (await effects(test)).length === 3);
    await eventually(async () => (await queued()).length === 0);
    const { rows } = await test.admin.query<{ job_id: string }>("select job_id from processed_jobs");
    for (const { job_id: jobId } of rows) {
      const [eventId, task] = jobId.split(":");
      const payload = JSON.stringify({ tenantId, eventId, fact: { number: 1 } });
      await test.admin.query("select graphile_worker.add_job($1, $2, job_key => $3)", [
        task,
        payload,
        `${tenantId}:${jobId}`,
      ]);
    }
    await eventually(async () => (await queued()).length === 0);
    assert.deepEqual(await effects(test), ["counted 1", "listed 1", "sent 1"]);
  });

  it("a call carries the same key every time, and a call that fails is made again", async () => {
    const keys: string[] = [];
    start(
      testJobs({
        onCall(_number, key) {
          keys.push(key);
          if (keys.length === 1) throw new Error("The outside did not answer.");
        },
      }),
    );
    await announceThing(test, tenantId, "thing.sent", 7);
    await announceThing(test, tenantId, "thing.sent", -1);
    await eventually(async () => (await effects(test)).length === 1);
    assert.deepEqual(await effects(test), ["sent 7"]);
    const { rows } = await test.admin.query<{ job_id: string }>(
      "select job_id from processed_jobs order by job_id",
    );
    assert.equal(rows.length, 2);
    assert.equal(keys.length, 2);
    assert.equal(keys[0], keys[1]);
    assert.ok(rows.some(({ job_id: jobId }) => derivedId(tenantId, jobId) === keys[0]));
  });

  it("a worker taken for dead commits nothing more", async () => {
    const inside = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    let runs = 0;
    start(
      testJobs({
        async onRun() {
          runs += 1;
          if (runs > 1) return;
          inside.resolve();
          await held.promise;
        },
      }),
    );
    await announceThing(test, tenantId, "thing.happened", 1);
    await inside.promise;
    await test.admin.query("delete from worker_heartbeats");
    held.resolve();
    // The worker learns of it by its next beat and comes back under another name; its job is found without one and taken back.
    await test.admin.query(
      "update graphile_worker._private_jobs set locked_at = locked_at - interval '1 hour'",
    );
    await eventually(async () => (await effects(test)).length === 2, 30_000);
    assert.equal(runs, 2);
    assert.deepEqual(await effects(test), ["counted 1", "listed 1"]);
  });

  it("stopped with jobs in hand, finishes those that run and gives back the others, turn after turn", async () => {
    const jobs = 600;
    await test.admin.query(
      `select graphile_worker.add_job('test.count_thing',
         json_build_object('tenantId', $1::text, 'eventId', gen_random_uuid(), 'fact', json_build_object('number', n)))
       from generate_series(1, $2::int) n`,
      [tenantId, jobs],
    );
    logged.length = 0;
    for (let turn = 1; turn <= 6; turn += 1) {
      const inside = Promise.withResolvers<void>();
      const held = Promise.withResolvers<void>();
      let runs = 0;
      const worker = start(
        testJobs({
          async onRun() {
            runs += 1;
            // Later turns stop at other moments: none is at rest yet, some are, or a new fetch is under way.
            if (runs < turn * 4) return;
            inside.resolve();
            await held.promise;
          },
        }),
      );
      await inside.promise;
      const stopped = worker.stop();
      held.resolve();
      await stopped;
      const { rows } = await test.admin.query(
        `select (select count(*) from graphile_worker.jobs where locked_at is not null)::int as locked,
           (select count(*) from graphile_worker.jobs)::int + (select count(*) from effects)::int as all`,
      );
      assert.deepEqual(rows, [{ locked: 0, all: jobs }]);
    }
    assert.deepEqual(logged, []);
    background = undefined;
  });

  it("refused: a fact that does not fit the job's schema", async () => {
    start(testJobs());
    await announceThing(test, tenantId, "thing.sent", 1.5);
    await eventually(async () => (await queued())[0]?.attempts === 1);
    await eventually(async () => (await queued())[0]?.error !== null);
    assert.deepEqual(await effects(test), []);
  });

  it("when every connection breaks, work goes on by itself", async () => {
    const { checks } = start(testJobs());
    await announceThing(test, tenantId, "thing.happened", 1);
    await eventually(async () => (await effects(test)).length === 2);
    await test.admin.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'app_relay'",
    );
    await announceThing(test, tenantId, "thing.happened", 2);
    await announceThing(test, tenantId, "thing.sent", 2);
    await eventually(async () => (await effects(test)).length === 5);
    await eventually(async () => (await queued()).length === 0);
    await Promise.all(checks.map(({ check }) => check()));
  });

  it("other targets get the same events in the same transaction", async () => {
    const seen: string[] = [];
    start(testJobs(), [
      {
        name: "frames",
        async write(client, events) {
          const { rows } = await client.query<{ role: string }>("select current_user as role");
          seen.push(...events.map(({ name }) => `${rows[0]?.role} ${name}`));
        },
      },
    ]);
    await announceThing(test, tenantId, "thing.happened", 1);
    await eventually(async () => seen.length === 1);
    assert.deepEqual(seen, ["app_relay thing.happened"]);
  });
});
