import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import pg from "pg";
import { buildMember } from "../src/modules/scheduling/testing.ts";
import { type PlanKey, setPlan } from "../src/modules/tenancy/index.ts";
import { TestHouse, type TestSite } from "./house.ts";

let house: TestHouse;
let site: TestSite;
let admin: pg.Client;

before(async () => {
  house = await TestHouse.open();
  site = await house.site(undefined, {
    // A member's limit is the one a new site begins with.
    tenancy: { limits: { serversPerMinute: 5000 } },
  });
  admin = new pg.Client({ connectionString: house.database.adminUrl });
  await admin.connect();
});
after(async () => {
  await admin?.end();
  await house?.close();
  assert.deepEqual(house.bugs, []);
});

test("429 a member's 101st call within a minute, with how long to wait; 200 then, and for everybody else", async () => {
  const [busy, calm] = [await site.signIn("busy@limits.example"), await site.signIn("calm@limits.example")];
  const ask = ({ headers }: typeof busy) => house.call("identity.getMe", {}, { headers });
  const startedAt = performance.now();
  const answers = await Promise.all(Array.from({ length: 101 }, () => ask(busy)));
  // What the time they took allows beside.
  const more = Math.ceil((performance.now() - startedAt) / 600);
  const passed = answers.filter(({ status }) => status === 200).length;
  assert.ok(passed >= 100 - 2 && passed <= 100 + more, `${passed} passed`);
  let refused = answers.find(({ status }) => status === 429);
  while (!refused) {
    const answer = await ask(busy);
    if (answer.status === 429) refused = answer;
  }
  assert.equal(refused.body.error.data.code, "request.rate_limited");
  const seconds = Number(refused.headers["retry-after"]);
  assert.ok(seconds >= 1 && seconds <= 60, `${seconds} s`);
  assert.equal((await ask(calm)).status, 200);
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  assert.equal((await ask(busy)).status, 200);
});

test("429 a secret key has one allowance of its site's size, whoever it acts for", async () => {
  const small = await house.site(undefined, { tenancy: { limits: { serversPerMinute: 4 } } });
  const members = [];
  for (const name of ["one", "two", "three", "four", "five"])
    members.push(await small.signIn(`${name}@limits.example`));
  const statuses = [];
  for (const { memberId } of members) {
    const { status } = await house.call("identity.getMe", {}, { headers: small.actingFor(memberId) });
    statuses.push(status);
  }
  assert.deepEqual(statuses, [200, 200, 200, 200, 429]);
  const { headers } = members[4]!;
  assert.equal((await house.call("identity.getMe", {}, { headers })).status, 200, "theirs is untouched");
  const roomy = members[0]!.memberId;
  assert.equal(
    (await house.call("identity.getMe", {}, { headers: site.actingFor(roomy) })).status,
    404,
    "another site's key has its own allowance",
  );
});

test("a secret key calls as often as its site's plan allows, whatever the site chose", async () => {
  const chosen = { tenancy: { limits: { serversPerMinute: 4000 } } };
  const allowance = async (plan: PlanKey) => {
    const { live, server } = await house.site(undefined, chosen);
    await house.within(live, (scope) => setPlan(scope, plan));
    const { headers } = await house.call("tenancy.getSite", {}, { headers: server });
    return Number(/"default";q=(\d+)/.exec(headers["ratelimit-policy"] ?? "")?.[1]);
  };
  assert.deepEqual(
    [await allowance("free"), await allowance("starter"), await allowance("professional")],
    [120, 300, 1200],
  );
  assert.equal(await allowance("enterprise"), 4000);
});

test("200 calls at once share the pool's twenty connections", async () => {
  const memberIds = await house.within(site.live, (scope) =>
    Promise.all(Array.from({ length: 20 }, async () => (await buildMember(scope)).id)),
  );
  let most = 0;
  let isRunning = true;
  const watch = async () => {
    while (isRunning) {
      const { rows } = await admin.query<{ open: number }>(
        "select count(*)::int as open from pg_stat_activity where datname = current_database() and application_name = 'tessera'",
      );
      most = Math.max(most, rows[0]!.open);
    }
  };
  const watching = watch();
  const statuses = await Promise.all(
    Array.from({ length: 200 }, async (_, nth) => {
      const headers = site.actingFor(memberIds[nth % 20]!);
      const { status } = await house.call("identity.updateMe", { name: `Person ${nth}` }, { headers });
      return status;
    }),
  );
  isRunning = false;
  await watching;
  assert.deepEqual([...new Set(statuses)], [200]);
  assert.ok(most > 1 && most <= 20, `${most} connections`);
});

test("long answers travel compressed to who understands that, the stream never", async () => {
  const { headers } = await site.signIn("reader@limits.example");
  const encodingOf = async (path: string, sent: Record<string, string>) => {
    const controller = new AbortController();
    const answer = await house.request(path, { headers: sent, signal: controller.signal });
    const encoding = answer.headers.get("content-encoding");
    controller.abort();
    assert.equal(answer.status, 200, path);
    return encoding;
  };
  assert.match((await encodingOf("/api/v1/openapi.json", { "Accept-Encoding": "gzip" })) ?? "none", /gzip/);
  assert.equal(await encodingOf("/api/v1/openapi.json", { "Accept-Encoding": "identity" }), null);
  assert.equal(await encodingOf("/api/v1/stream", { ...headers, "Accept-Encoding": "gzip" }), null);
});
