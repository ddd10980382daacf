import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { TestHouse, type TestSite } from "./house.ts";

const token = "a-token-for-the-metrics";
let house: TestHouse;
let site: TestSite;

before(async () => {
  house = await TestHouse.open({ variables: { METRICS_TOKEN: token, SLOW_STATEMENT_MS: "1" } });
  site = await house.site();
});
after(async () => {
  await house?.close();
  assert.deepEqual(house.bugs, []);
});

async function read(): Promise<(line: string) => number> {
  const answer = await house.request("/metrics", { headers: { Authorization: `Bearer ${token}` } });
  assert.equal(answer.status, 200);
  const lines = (await answer.text()).split("\n");
  return (start) =>
    Number(
      lines
        .find((line) => line.startsWith(`${start} `))
        ?.split(" ")
        .at(-1) ?? Number.NaN,
    );
}

test("calls, their failures, jobs, the pool and slow statements are in the metrics, and follow what happens", async () => {
  const ok = 'tessera_call_seconds_count{procedure="scheduling.listOffers",status="2xx"}';
  const refused = 'tessera_call_seconds_count{procedure="scheduling.listOffers",status="4xx"}';
  const list = (input: object) =>
    house.call("scheduling.listOffers", input, { headers: site.visitor }).then(({ status }) => status);
  assert.equal(await list({}), 200);
  const before = await read();
  assert.equal(await list({}), 200);
  assert.equal(await list({ limit: "many" }), 400);
  const now = await read();
  assert.equal(now(ok), before(ok) + 1);
  assert.equal(now(refused), 1);
  for (const state of ["used", "free", "waiting"])
    assert.ok(now(`tessera_database_connections{state="${state}"}`) >= 0, state);
  assert.ok(now('tessera_database_connections{state="free"}') > 0);
  // With a limit of one millisecond the first statements of a process are.
  assert.ok(now("tessera_slow_statements_total") > 0);
  assert.ok(now('tessera_jobs_queued{state="ready"}') >= 0);
});
