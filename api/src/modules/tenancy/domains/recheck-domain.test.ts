import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import supertest from "supertest";
import { NameServer } from "../../../../test/name-server.ts";
import { TestHouse, type TestSite } from "../../../../test/house.ts";
import { wallClock } from "../../../platform/clock.ts";
import { listOpenTasks } from "../../../platform/operator-tasks.ts";
import { days, plus } from "../../../platform/time.ts";

interface Domain {
  readonly id: string;
  readonly state: string;
  readonly countsUntil: string | null;
  readonly records: readonly [{ kind: string; name: string; value: string }];
}

const domain = "book.calm.example";

let names: NameServer;
let house: TestHouse;
let site: TestSite;
let staff: Record<string, string>;
let start: Date;

before(async () => {
  names = await NameServer.open();
  house = await TestHouse.open({ variables: { NAME_SERVERS: names.address } });
  site = await house.site("Calm");
  const { accessToken } = await house.ok<{ accessToken: string }>("identity.staffSignIn", {
    ...site.owner,
    tenantId: site.sandbox.id,
  });
  staff = { Authorization: `Bearer ${accessToken}` };
  start = wallClock();
});
after(async () => {
  await house?.close();
  names?.close();
  assert.deepEqual(house.bugs, []);
});

const shown = async () =>
  (await house.ok<{ items: [Domain] }>("tenancy.listDomains", {}, { headers: staff })).items[0];

const tasks = () =>
  house.within(site.sandbox, async (scope) => (await listOpenTasks(scope, 9)).map(({ kind }) => kind));

const isServed = async () =>
  (await supertest(house.house.url).get("/api/v1/tenancy/site").set({ Host: domain })).status === 200;

/** Lets the sandbox's clock reach a day, with everything that is due on the way. */
async function reachDay(count: number): Promise<void> {
  const to = plus(start, days(count));
  await house.until(
    `day ${count}`,
    async () => (await house.house.background.advanceClock(site.sandbox.id, to, 10_000)).now >= to,
    60_000,
  );
}

const becomes = (state: string) =>
  house.until(`the domain to be ${state}`, async () => (await shown()).state === state);

test("a domain is looked up every day; without its proof the team is told, and after a week it counts no more", async () => {
  const { id } = await house.ok<Domain>("tenancy.addDomain", { domain }, { headers: staff });
  const [proof] = (await shown()).records;
  names.records.set(proof.name, [proof.value]);
  const check = () => house.ok<Domain>("tenancy.checkDomain", { id }, { headers: staff });
  assert.equal((await check()).state, "proven");

  await reachDay(1.5);
  assert.equal((await shown()).state, "proven");
  assert.deepEqual(await tasks(), []);

  names.records.clear();
  await reachDay(2.5);
  await becomes("failing");
  assert.deepEqual(await tasks(), ["tenancy.domain_failing"]);
  const { countsUntil } = await shown();
  assert.ok(countsUntil !== null && new Date(countsUntil) > plus(start, days(8)));
  assert.equal(await isServed(), true);

  names.records.set(proof.name, [proof.value]);
  await reachDay(3.5);
  await becomes("proven");
  assert.deepEqual(await tasks(), []);

  names.records.set(proof.name, ["something else"]);
  await reachDay(4.5);
  await becomes("failing");
  await reachDay(10.5);
  assert.equal((await shown()).state, "failing");
  assert.equal(await isServed(), true);
  await reachDay(12.5);
  await becomes("lost");
  assert.equal(await isServed(), false);
  assert.deepEqual(await tasks(), ["tenancy.domain_lost"]);

  names.records.set(proof.name, [proof.value]);
  assert.equal((await check()).state, "proven");
  assert.equal(await isServed(), true);
  assert.deepEqual(await tasks(), []);
});

test("an installation that is reached by an address alone asks for that address", async () => {
  const [, way] = (await shown()).records as unknown as [object, { kind: string; value: string }];
  assert.deepEqual([way.kind, way.value], ["A", "127.0.0.1"]);
});
