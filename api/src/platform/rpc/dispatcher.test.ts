import assert from "node:assert/strict";
import { type Server } from "node:http";
import { connect } from "node:net";
import { after, before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { type Knex } from "knex";
import pg from "pg";
import supertest from "supertest";
import { z } from "zod";
import { testDatabase, type TestDatabase } from "../../../test/database.ts";
import { type AppParts, createApp } from "../../app.ts";
import { openRuntimePool } from "../db/pool.ts";
import { notFound, requestFailure } from "../errors.ts";
import { closeServer, createPatientServer, listen, type Listener } from "../http/server.ts";
import { Scopes } from "../scope/open.ts";
import { KeyRing, useKeyRing } from "../secrets.ts";
import { type Tenant } from "../scope/tenant.ts";
import { Bulkhead } from "./bulkhead.ts";
import { type Caller } from "./caller.ts";
import { Dispatcher } from "./dispatcher.ts";
import { RateLimiter } from "./limits.ts";
import { operation, threePartOperation } from "./operation.ts";
import { procedure, router } from "./procedure.ts";

const tenant: Tenant = {
  id: "0195f000-0000-7000-8000-000000000001",
  slug: "site",
  name: "Site",
  isSandbox: false,
  parentId: null,
  status: "active",
  clockOffsetMs: 86_400_000,
  activeModules: [],
  limits: {},
  mayHidePoweredBy: false,
  settings: {},
};
const memberId = "0195f000-0000-7000-8000-00000000000a";

const thing = z.object({ id: z.uuid(), count: z.int(), isOpen: z.boolean() });
const input = z.strictObject({
  id: z.uuid(),
  count: z.int().min(0).max(10),
  isOpen: z.boolean(),
  tags: z.array(z.string()).optional(),
});

const getThing = operation({
  summary: "Answers what was asked.",
  input,
  output: thing,
  run: async (_scope, { id, count, isOpen }) => {
    if (count === 9) throw notFound();
    if (count === 8) throw new Error("secret detail: password is hunter2");
    return { id, count, isOpen };
  },
});

let effects = 0;
const changeThing = operation({
  summary: "Counts its runs.",
  input,
  output: z.object({ runs: z.int(), tenantId: z.string(), actor: z.string() }),
  async run(scope, { count }) {
    effects += 1;
    const [row] = await scope.sql<{ tenantId: string }>`select current_setting('app.tenant_id') as tenant_id`;
    if (count === 8) await scope.sql`select * from tenants where nothing = 1`;
    return { runs: effects, tenantId: row!.tenantId, actor: scope.actor.kind };
  },
});

let arrived = 0;
const bothArrived = Promise.withResolvers<void>();
const crossThing = operation({
  summary: "Locks two things, in the order that `count` says.",
  input,
  output: z.object({ runs: z.int() }),
  async run(scope, { count }) {
    const [first, second] = count === 0 ? [1, 2] : [2, 1];
    await scope.sql`select pg_advisory_xact_lock(${first}::int)`;
    arrived += 1;
    if (arrived === 2) bothArrived.resolve();
    await bothArrived.promise;
    await scope.sql`select pg_advisory_xact_lock(${second}::int)`;
    return { runs: arrived };
  },
});

let isOutsideUp = true;
/** What somebody outside waits for before they answer. */
let answered: Promise<void> = Promise.resolve();
const askOutside = threePartOperation({
  summary: "Asks somebody outside.",
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ answer: z.string() }),
  prepare: async (scope) => ({ asked: scope.tenant.id }),
  call: async ({ asked }) => {
    effects += 1;
    if (!isOutsideUp) throw requestFailure("request.unavailable");
    await answered;
    return `${asked} heard`;
  },
  finish: async (_scope, _prepared, outcome) => ({ answer: outcome }),
});

const testRouter = router({
  things: router({
    getThing: procedure({ audience: "visitor", module: "core", publicSeconds: 60 }).query(getThing),
    changeThing: procedure({ audience: "visitor", module: "core" }).mutation(changeThing),
    payThing: procedure({ audience: "member", module: "core", movesValue: true }).mutation(changeThing),
    askThing: procedure({ audience: "member", module: "core" }).threePart(askOutside),
    manageThing: procedure({ audience: "staff", module: "core", permission: "things.manage" }).mutation(
      changeThing,
    ),
    sellThing: procedure({ audience: "visitor", module: "gigs" }).mutation(changeThing),
    revealThing: procedure({ audience: "member", module: "core", answersSecret: true }).mutation(changeThing),
    rushThing: procedure({ audience: "member", module: "core", callsPerMinute: 3 }).mutation(changeThing),
    crossThing: procedure({ audience: "visitor", module: "core" }).mutation(crossThing),
    leaveThing: procedure({
      audience: "visitor",
      module: "core",
      deprecation: { since: "2026-07-01", sunset: "2027-06-30" },
    }).mutation(changeThing),
  }),
});

// Tokens of this test are plain words; the real ones are the identity module's.
const callers: Record<string, Partial<Caller>> = {
  member: {
    actor: { kind: "member", memberId, roles: [], pendingRoles: [], sessionId: null, visitorId: null },
    via: "token",
  },
  staff: {
    actor: { kind: "staff", accountId: memberId, staffRole: "guest", permissions: new Set(), sessionId: "s" },
    via: "token",
  },
};

const authenticate = async ({
  bearer,
  publishableKey,
}: {
  bearer: string | null;
  publishableKey: string | null;
}): Promise<Caller> => {
  const known = bearer === null ? undefined : callers[bearer];
  if (bearer !== null && !known) throw requestFailure("request.token_expired");
  return {
    tenant: bearer !== null || publishableKey !== null ? tenant : null,
    actor: null,
    keyId: publishableKey,
    via: publishableKey === null ? "none" : "publishable",
    serverScopes: null,
    requestsPerMinute: 10_000,
    activeModules: new Set(["core"]),
    ...known,
  };
};

describe("the dispatcher", () => {
  let database: TestDatabase;
  let pool: Knex;
  let server: Server;
  let port: number;
  let appOf: (env: AppParts["env"]) => Listener;
  const bugs: unknown[] = [];
  const rpc = (path: string, value: unknown, headers: Record<string, string> = {}) =>
    supertest(server)
      .post("/api/v1/rpc")
      .set({ "tessera-key": "pk", ...headers })
      .send({ path, input: value });
  const asMember = { authorization: "Bearer member" };
  const valid = { id: memberId, count: 1, isOpen: true };

  before(async () => {
    database = await testDatabase();
    useKeyRing(KeyRing.parse(database.secret));
    pool = openRuntimePool(database.url("app_rt"), { size: 4, name: "dispatcher test" });
    const dispatcher = new Dispatcher({
      router: testRouter,
      scopes: new Scopes(pool),
      authenticate,
      visitors: {
        idOf: () => null,
        issue: (_tenant, visitorId) => `signed.${visitorId}`,
        checkProof: async () => undefined,
      },
      limiter: new RateLimiter(),
      bulkhead: new Bulkhead({ atOnce: 3 }),
      observe: ({ bug }) => bug && bugs.push(bug),
    });
    appOf = (env) =>
      createApp({
        env,
        dispatcher,
        errors: {},
        stream: null,
        routes: [],
        isKnownOrigin: async (origin) => origin === "https://a.test",
        healthChecks: [{ name: "database", check: async () => "up" }],
        providers: () => ({}),
        metrics: async () => "",
        widgetsFolder: null,
        reportBug: (bug) => bugs.push(bug),
      }).callback();
    server = createPatientServer(appOf({ API_URL: undefined, TRUSTED_PROXIES: 0 }));
    port = await listen(server, { port: 0, host: "127.0.0.1" });
  });
  after(async () => {
    await closeServer(server, 100);
    await pool.destroy();
    await database.drop();
  });

  describe("inputs", () => {
    const bad: [string, unknown][] = [
      ["null for a number", { ...valid, count: null }],
      ["an empty text for a number", { ...valid, count: "" }],
      ["a numeral in a text", { ...valid, count: "1" }],
      ["false in a text", { ...valid, isOpen: "false" }],
      ["a list for a boolean", { ...valid, isOpen: [] }],
      ["a list for a number", { ...valid, count: [] }],
      ["an unknown field", { ...valid, isAdmin: true }],
      ["beyond 2^53", { ...valid, count: 2 ** 60 }],
      ["no object", [valid]],
      ["a prototype", JSON.parse(`{"id":"${memberId}","count":1,"isOpen":true,"__proto__":{"polluted":1}}`)],
    ];
    for (const [name, value] of bad) {
      it(`400 ${name}, by RPC and by REST alike`, async () => {
        const byRpc = await rpc("things.changeThing", value);
        const rest =
          typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : value;
        if (rest && !Array.isArray(rest)) delete (rest as { id?: string }).id;
        const byRest = await supertest(server)
          .post(`/api/v1/things/${memberId}/change`)
          .set("tessera-key", "pk")
          .send(rest as object);
        assert.equal(byRpc.status, 400);
        assert.equal(byRest.status, 400);
        if (!Array.isArray(value)) assert.equal(byRpc.body.error.data.code, byRest.body.code);
        assert.equal(({} as { polluted?: number }).polluted, undefined);
      });
    }

    it("200 query strings become values only where the schema asks for them", async () => {
      const good = await supertest(server).get(`/api/v1/things/${memberId}?key=pk&count=3&isOpen=true`);
      assert.deepEqual(good.body, { id: memberId, count: 3, isOpen: true });
      for (const query of [
        "count=&isOpen=true",
        "count=3&isOpen=",
        "count=3.5x&isOpen=true",
        "count=3&count=4&isOpen=true",
        "count=null&isOpen=true",
      ]) {
        const refused = await supertest(server).get(`/api/v1/things/${memberId}?key=pk&${query}`);
        assert.equal(refused.status, 400, query);
      }
    });
  });

  describe("protocol", () => {
    it("415 another content type, 400 broken JSON, 413 too large, 405 a wrong method, 404 an unknown path", async () => {
      const send = (type: string, text: string) =>
        supertest(server).post("/api/v1/rpc").set("tessera-key", "pk").set("content-type", type).send(text);
      assert.equal((await send("text/plain", "{}")).status, 415);
      assert.equal((await send("application/x-www-form-urlencoded", "a=1")).status, 415);
      assert.equal((await send("application/json", "{")).status, 400);
      assert.equal((await send("application/json", JSON.stringify("x".repeat(1_100_000)))).status, 413);
      assert.equal((await supertest(server).get("/api/v1/rpc/things.changeThing")).status, 405);
      assert.equal((await supertest(server).put(`/api/v1/things/${memberId}`)).status, 405);
      assert.equal((await supertest(server).get("/api/v1/nothing/here")).status, 404);
      assert.equal((await rpc("things.nothing", {})).status, 404);
      assert.equal((await supertest(server).get("/elsewhere")).body.code, "request.not_found");
    });

    it("200 a batch of queries; 400 a batch with a mutation or with 21 calls", async () => {
      const call = { path: "things.getThing", input: valid };
      const send = (calls: object[]) =>
        supertest(server).post("/api/v1/rpc").set("tessera-key", "pk").send(calls);
      const two = await send([call, { ...call, input: { ...valid, count: 9 } }]);
      assert.equal(two.status, 207);
      assert.deepEqual(two.body[0].result.data.count, 1);
      assert.equal(two.body[1].error.data.code, "request.not_found");
      assert.equal((await send([call, { path: "things.changeThing", input: valid }])).status, 400);
      assert.equal((await send(Array.from({ length: 21 }, () => call))).status, 400);
    });

    it("200 then 304 a public read for a cache that has it; 200 again once it is another", async () => {
      const read = (count: number, etag = "") =>
        supertest(server)
          .get(`/api/v1/things/${memberId}?key=pk&count=${count}&isOpen=true`)
          .set(etag === "" ? {} : { "if-none-match": etag });
      const first = await read(3);
      assert.match(first.headers["cache-control"]!, /^public, max-age=60, stale-while-revalidate=600$/);
      const etag = first.headers["etag"]!;
      const repeat = await read(3, etag);
      assert.deepEqual([repeat.status, repeat.text], [304, ""]);
      const other = await read(4, etag);
      assert.deepEqual([other.status, other.body.count], [200, 4]);
      const named = await supertest(server)
        .get(`/api/v1/things/${memberId}?count=3&isOpen=true`)
        .set({ "tessera-key": "pk", "if-none-match": etag });
      assert.deepEqual([named.status, named.headers["etag"]], [200, undefined]);
    });

    it("200 a procedure that will go says since when and until when, on both transports", async () => {
      const answers = [
        await rpc("things.leaveThing", valid),
        await supertest(server)
          .post(`/api/v1/things/${memberId}/leave`)
          .set("tessera-key", "pk")
          .send({ count: 1, isOpen: true }),
      ];
      for (const { status, headers } of answers) {
        assert.deepEqual(
          [status, headers["deprecation"], headers["sunset"]],
          [200, "@1782864000", "Wed, 30 Jun 2027 00:00:00 GMT"],
        );
      }
      const reference = await supertest(server).get("/api/v1/openapi.json");
      assert.equal(reference.body.paths["/api/v1/things/{id}/leave"].post.deprecated, true);
    });

    it("308 to the encrypted address what a trusted proxy heard without encryption", async () => {
      const behindProxy = createPatientServer(appOf({ API_URL: "https://api.test", TRUSTED_PROXIES: 1 }));
      const send = (path: string, protocol: string) =>
        supertest(behindProxy).post(path).set({ host: "api.test", "x-forwarded-proto": protocol });
      const plain = await send("/api/v1/rpc?x=1", "http");
      assert.deepEqual([plain.status, plain.headers["location"]], [308, "https://api.test/api/v1/rpc?x=1"]);
      const safe = await send("/api/v1/rpc", "https");
      assert.notEqual(safe.status, 308);
      assert.equal(safe.headers["strict-transport-security"], "max-age=63072000; includeSubDomains");
      const underSitesDomain = await supertest(behindProxy)
        .get("/health/live")
        .set({ host: "calm.example", "x-forwarded-proto": "https" });
      assert.equal(underSitesDomain.headers["strict-transport-security"], "max-age=63072000");
      assert.equal((await supertest(behindProxy).get("/health/live")).status, 200);
    });

    it("200 tRPC's own addresses", async () => {
      const encoded = encodeURIComponent(JSON.stringify({ 0: valid }));
      const answer = await supertest(server)
        .get(`/api/v1/rpc/things.getThing?batch=1&input=${encoded}`)
        .set("tessera-key", "pk");
      assert.deepEqual(answer.body, [{ result: { data: { id: memberId, count: 1, isOpen: true } } }]);
    });

    it("408 a body that never ends holds no transaction", async () => {
      const socket = connect(port, "127.0.0.1");
      socket.write(
        `POST /api/v1/rpc HTTP/1.1\r\nhost: a\r\ntessera-key: pk\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"pa`,
      );
      await new Promise((resolve) => setTimeout(resolve, 200));
      const [held] = (
        await pool.raw(
          "select count(*)::int as open from pg_stat_activity where datname = current_database() and state like 'idle in%'",
        )
      ).rows;
      assert.equal(held.open, 0);
      socket.destroy();
    });
  });

  describe("callers", () => {
    it("400 no tenant, 401 a dead token, 401 a visitor where a member is asked, 403 without permission, 402 without licence", async () => {
      const noKey = await supertest(server)
        .post("/api/v1/rpc")
        .send({ path: "things.getThing", input: valid });
      assert.equal(noKey.body.error.data.code, "request.tenant_required");
      assert.equal((await rpc("things.getThing", valid, { authorization: "Bearer old" })).status, 401);
      assert.equal((await rpc("things.payThing", valid)).status, 401);
      assert.equal((await rpc("things.manageThing", valid, asMember)).status, 403);
      assert.equal((await rpc("things.manageThing", valid, { authorization: "Bearer staff" })).status, 403);
      assert.equal((await rpc("things.sellThing", valid)).status, 402);
    });

    it("200 the first mutation of an unknown visitor issues a visitor token and runs in the tenant", async () => {
      const answer = await rpc("things.changeThing", valid);
      assert.match(answer.headers["tessera-visitor"]!, /^signed\./);
      assert.equal(answer.body.result.data.tenantId, tenant.id);
      assert.equal(answer.body.result.data.actor, "visitor");
      const hours = (new Date(answer.headers["tessera-now"]!).getTime() - Date.now()) / 3_600_000;
      assert.ok(Math.abs(hours - 24) < 0.1, "the sandbox's clock runs a day ahead");
    });

    it("429 over a procedure's own limit, with RateLimit and Retry-After", async () => {
      const statuses = [];
      for (let call = 0; call < 4; call += 1)
        statuses.push((await rpc("things.rushThing", valid, asMember)).status);
      assert.deepEqual(statuses, [200, 200, 200, 429]);
      const refused = await rpc("things.rushThing", valid, asMember);
      assert.ok(Number(refused.headers["retry-after"]) > 0);
      assert.match(refused.headers["ratelimit"]!, /r=0/);
    });
  });

  describe("failures", () => {
    it("500 a bug is masked on every transport, and reported", async () => {
      bugs.length = 0;
      const byRpc = await rpc("things.getThing", { ...valid, count: 8 });
      const byRest = await supertest(server).get(`/api/v1/things/${memberId}?key=pk&count=8&isOpen=true`);
      const bySql = await rpc("things.changeThing", { ...valid, count: 8 });
      for (const answer of [byRpc, byRest, bySql]) {
        assert.equal(answer.status, 500);
        assert.doesNotMatch(answer.text, /hunter2|nothing|stack|select/);
      }
      assert.equal(byRest.body.code, "request.internal");
      assert.equal(byRest.body.requestId, byRest.headers["x-request-id"]);
      assert.equal(bugs.length, 3);
    });
  });

  it("200 two that stand in each other's way: the one PostgreSQL ends runs again", async () => {
    const answers = await Promise.all([0, 1].map((count) => rpc("things.crossThing", { ...valid, count })));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200],
    );
    assert.equal(arrived, 3);
  });

  describe("idempotency", () => {
    const key = (name: string) => ({ ...asMember, "idempotency-key": `key-${name}-0001` });

    it("400 an operation that moves value without a key", async () => {
      const answer = await rpc("things.payThing", valid, asMember);
      assert.equal(answer.body.error.data.code, "request.idempotency_key_required");
    });

    it("200 a repeat answers the first answer; 409 the key with another input", async () => {
      const first = await rpc("things.payThing", valid, key("repeat"));
      const again = await rpc("things.payThing", { isOpen: true, id: memberId, count: 1 }, key("repeat"));
      assert.equal(first.status, 200);
      assert.deepEqual(again.body, first.body);
      assert.equal(again.headers["idempotent-replayed"], "true");
      const other = await rpc("things.payThing", { ...valid, count: 2 }, key("repeat"));
      assert.equal(other.body.error.data.code, "request.idempotency_key_reused");
    });

    it("200 fifty at once have one effect", async () => {
      const before = effects;
      const answers = await Promise.all(
        Array.from({ length: 50 }, () => rpc("things.payThing", valid, key("race"))),
      );
      assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
      assert.equal(effects, before + 1);
      assert.equal(new Set(answers.map(({ text }) => text)).size, 1);
    });

    it("409 a secret is not shown twice", async () => {
      assert.equal((await rpc("things.revealThing", valid, key("secret"))).status, 200);
      assert.equal(
        (await rpc("things.revealThing", valid, key("secret"))).body.error.data.code,
        "request.already_done",
      );
    });

    it("503 then 200 a three-part operation that failed outside runs again under its key, then once only", async () => {
      isOutsideUp = false;
      assert.equal((await rpc("things.askThing", { id: memberId }, key("outside"))).status, 503);
      isOutsideUp = true;
      const before = effects;
      const done = await rpc("things.askThing", { id: memberId }, key("outside"));
      assert.equal(done.body.result.data.answer, `${tenant.id} heard`);
      await rpc("things.askThing", { id: memberId }, key("outside"));
      assert.equal(effects, before + 1);
    });

    it("409 while an operation is outside; 200 when its process gave no sign for 15 seconds", async () => {
      const ask = () => rpc("things.askThing", { id: memberId }, key("sign"));
      const admin = new pg.Client({ connectionString: database.adminUrl });
      await admin.connect();
      const silentFor = (seconds: number) =>
        admin.query(
          "update idempotency_keys set created_at = now() - make_interval(secs => $1) where key = 'key-sign-0001'",
          [seconds],
        );
      const { promise, resolve } = Promise.withResolvers<void>();
      answered = promise;
      const before = effects;
      const first = ask().then((answer) => answer.status);
      while (effects === before) await sleep(10);
      await silentFor(14);
      assert.equal((await ask()).body.error.data.code, "request.in_progress");
      await silentFor(16);
      const second = ask().then((answer) => answer.status);
      while (effects === before + 1) await sleep(10);
      await silentFor(16);
      // Both give their signs all the while.
      await sleep(5000);
      assert.equal((await ask()).body.error.data.code, "request.in_progress");
      resolve();
      assert.deepEqual([await first, await second], [200, 200]);
      await admin.end();
    });
  });

  describe("origins", () => {
    it("204 a preflight names allowed origins only; answers carry the origin exactly", async () => {
      const preflight = (origin: string) =>
        supertest(server).options("/api/v1/rpc").set({ origin, "access-control-request-method": "POST" });
      const allowed = await preflight("https://a.test");
      assert.equal(allowed.status, 204);
      assert.equal(allowed.headers["access-control-allow-origin"], "https://a.test");
      for (const origin of ["https://a.test.evil", "null", "http://a.test"]) {
        assert.equal((await preflight(origin)).headers["access-control-allow-origin"], undefined);
      }
    });
  });

  it("refuses to start when two procedures share an address", () => {
    const twice = router({
      a: router({
        getThing: procedure({ audience: "visitor", module: "core" }).query(getThing),
        getThings: procedure({ audience: "visitor", module: "core" }).query(getThing),
      }),
    });
    assert.throws(() => new Dispatcher({ router: twice } as never), /would both answer GET \/a\/things/);
  });
});
