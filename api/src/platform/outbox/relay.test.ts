import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import {
  announceThing,
  backgroundTest,
  type BackgroundTest,
  eventually,
  silentLog,
  testJobs,
} from "../../../test/background.ts";
import { killRelays } from "../../../test/campaign/relay.ts";
import { testDatabase, type TestDatabase } from "../../../test/database.ts";
import { eventsOf, jobTarget } from "../jobs/subscriptions.ts";
import { Metrics } from "../metrics.ts";
import { Relay } from "./relay.ts";
import { type OutboxEvent, type RelayTarget } from "./target.ts";

describe("the relay", () => {
  let database: TestDatabase;
  let test: BackgroundTest;
  let tenantId: string;
  const relayWith = (targets: RelayTarget[], reportStuck = async (_event: OutboxEvent) => {}) =>
    new Relay({
      pool: test.relayPool,
      targets,
      events: eventsOf(testJobs()),
      log: silentLog(),
      metrics: new Metrics(),
      reportStuck,
    });
  const count = async (table: string) => {
    const { rows } = await test.admin.query<{ count: number }>(
      `select count(*)::integer as count from ${table}`,
    );
    return rows[0]?.count;
  };

  before(async () => {
    database = await testDatabase();
    test = await backgroundTest(database);
    tenantId = await test.addTenant();
  });
  after(async () => {
    await test.close();
    await database.drop();
  });

  it("one job per event and subscriber, with the fact and the tenant", async () => {
    await announceThing(test, tenantId, "thing.happened", 1);
    await announceThing(test, tenantId, "thing.sent", 2);
    assert.equal(await relayWith([jobTarget(testJobs())]).move(), 2);
    const { rows } = await test.admin.query(
      `select t.identifier as task, j.payload::jsonb - 'eventId' as payload, j.max_attempts
       from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by 1`,
    );
    assert.deepEqual(rows, [
      { task: "test.count_thing", payload: { tenantId, fact: { number: 1 } }, max_attempts: 10 },
      { task: "test.list_thing", payload: { tenantId, fact: { number: 1 } }, max_attempts: 10 },
      { task: "test.send_thing", payload: { tenantId, fact: { number: 2 } }, max_attempts: 10 },
    ]);
    assert.equal(await count("outbox"), 0);
    await test.admin.query("delete from graphile_worker._private_jobs");
  });

  it("a relay of an older release writes the jobs that a worker of a newer one alone knows", async () => {
    const told = [
      { event: "thing.happened", job: "test.weigh_thing", attempts: 4 },
      { event: "thing.happened", job: "test.count_thing", attempts: 3 },
      { event: "thing.lost", job: "test.find_thing", attempts: 4 },
    ];
    await test.admin.query("insert into worker_heartbeats (worker_id, subscriptions) values ('newer', $1)", [
      JSON.stringify(told),
    ]);
    await announceThing(test, tenantId, "thing.happened", 1);
    assert.equal(await relayWith([jobTarget(testJobs())]).move(), 1);
    const { rows } = await test.admin.query(
      `select t.identifier as task, j.max_attempts
       from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by 1`,
    );
    assert.deepEqual(rows, [
      { task: "test.count_thing", max_attempts: 10 },
      { task: "test.list_thing", max_attempts: 10 },
      { task: "test.weigh_thing", max_attempts: 4 },
    ]);
    await test.admin.query("delete from graphile_worker._private_jobs");
    await test.admin.query("delete from worker_heartbeats");
  });

  it("an event of another release waits for its relay; when none comes, somebody is told", async () => {
    const told: string[] = [];
    const relay = relayWith([], async ({ name }) => void told.push(name));
    const add = (age: string) =>
      test.admin.query(
        `insert into outbox (tenant_id, id, name, fact, happened_at, created_at)
         values ($1, gen_random_uuid(), 'thing.newer', '{}', now(), now() - $2::interval)`,
        [tenantId, age],
      );
    await add("9 minutes");
    await announceThing(test, tenantId, "thing.happened", 1);
    assert.equal(await relay.move(), 1);
    assert.equal(await relay.lagMs(), 0);
    await relay.lookForUnknown();
    assert.deepEqual([told, relay.stuckEvents], [[], []]);
    await add("11 minutes");
    await relay.lookForUnknown();
    await relay.lookForUnknown();
    assert.deepEqual(told, ["thing.newer"]);
    assert.equal(relay.stuckEvents.length, 1);
    assert.equal(await count("outbox"), 2);
    await test.admin.query("delete from outbox");
  });

  it("nothing moves while another relay is at work", async () => {
    await announceThing(test, tenantId, "thing.happened", 1);
    const inside = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    const slow = relayWith([
      {
        name: "slow",
        write: () => {
          inside.resolve();
          return held.promise;
        },
      },
    ]);
    const first = slow.move();
    await inside.promise;
    assert.equal(await relayWith([]).move(), null);
    held.resolve();
    assert.equal(await first, 1);
    assert.equal(await count("outbox"), 0);
  });

  it("an event no target accepts is set aside and reported; the others go on", async (t) => {
    for (let number = 0; number < 20; number += 1)
      await announceThing(test, tenantId, "thing.happened", number);
    const written: number[] = [];
    const stuck: unknown[] = [];
    const picky: RelayTarget = {
      name: "picky",
      async write(client, events) {
        const numbers = events.map(({ fact }) => (fact as { number: number }).number);
        if (numbers.includes(13)) throw new Error("Not this one.");
        await client.query("select 1");
        written.push(...numbers);
      },
    };
    const relay = relayWith([picky], async ({ fact }) => void stuck.push(fact));
    relay.start();
    t.after(() => relay.stop());
    await eventually(async () => (await count("outbox")) === 1);
    assert.deepEqual(
      written.toSorted((a, b) => a - b),
      Array.from({ length: 20 }, (_, number) => number).filter((number) => number !== 13),
    );
    await eventually(async () => stuck.length === 1);
    assert.deepEqual(stuck, [{ number: 13 }]);
    assert.equal(relay.stuckEvents.length, 1);
    assert.equal(await relay.lagMs(), 0);
    await test.admin.query("delete from outbox");
  });

  it("an event is handed on soon after its commit, without being told", { timeout: 30_000 }, async (t) => {
    const handed = Promise.withResolvers<void>();
    const relay = relayWith([{ name: "first", write: async () => handed.resolve() }]);
    relay.start();
    t.after(() => relay.stop());
    await sleep(1500);
    await test.admin.query(
      "insert into outbox (tenant_id, id, name, fact, happened_at) values ($1, gen_random_uuid(), 'thing.happened', '{}', now())",
      [tenantId],
    );
    await handed.promise;
  });

  it("nothing lost, nothing doubled when relays are killed in the middle", async () => {
    const { announced, jobs, distinct, left } = await killRelays(database, test, { kills: 6, events: 3000 });
    assert.deepEqual({ jobs, distinct, left }, { jobs: announced * 2, distinct: announced * 2, left: 0 });
  });
});
