import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { TestHouse, type TestSite } from "../../../test/house.ts";
import { OpenAiServer } from "../../../test/openai-server.ts";
import { CircuitBreaker } from "../../platform/providers/circuit-breaker.ts";
import { useAi } from "../../platform/providers/ai/for-tenant.ts";
import { openAi } from "../../platform/providers/ai/openai.ts";
import { type Actor } from "../../platform/scope/actor.ts";
import { embedEverybody } from "./embeddings/embed-everybody.ts";
import { matchPeople, matchPeopleWithin } from "./match/match-people.ts";
import { buildCoach, completeQuiz } from "./testing.ts";

interface Answer {
  readonly source: string;
  readonly cached: boolean;
  readonly items: readonly {
    readonly person: { readonly id: string; readonly rating: number | null };
    readonly score: number | null;
    readonly confidence: number;
    readonly reasons: readonly { code: string; text: string }[];
  }[];
}

describe("matching with OpenAI", () => {
  let server: OpenAiServer;
  let house: TestHouse;
  before(async () => {
    server = await OpenAiServer.start();
    // Without the worker no job makes vectors meanwhile: every call is the request's own.
    house = await TestHouse.open({
      works: false,
      variables: { OPENAI_API_KEY: "sk-test", OPENAI_BASE_URL: server.url },
    });
  });
  after(async () => {
    await house.close();
    await server.stop();
    assert.deepEqual(house.bugs, []);
  });
  beforeEach(() => {
    server.plan = [];
    server.requests = [];
    useAi({
      installed: openAi({
        apiKey: "sk-test",
        baseUrl: server.url,
        embeddingModel: "text-embedding-3-small",
        textModel: "gpt-5-mini",
        circuit: new CircuitBreaker({ failures: 100, restMs: 1000 }),
      }),
      connected: null,
    });
  });

  async function siteWithCoaches(): Promise<TestSite> {
    const site = await house.site();
    for (const ratingAverage of [4.2, null, 5, 3.9, 4.8])
      await house.within(site.live, (scope) =>
        buildCoach(scope, {
          ratingAverage,
          ratingCount: ratingAverage === null ? 0 : 12,
          expertise: [ratingAverage === 3.9 ? "Career change" : "Guitar lessons"],
        }),
      );
    return site;
  }

  async function visitorOf(site: TestSite, other: object = {}): Promise<Record<string, string>> {
    const saved = await house.call(
      "people.saveAnswers",
      { answers: completeQuiz(other) },
      { headers: site.visitor },
    );
    return { ...site.visitor, "Tessera-Visitor": saved.headers["tessera-visitor"]! };
  }

  const match = (headers: Record<string, string>): Promise<Answer> =>
    house.ok("matching.matchPeople", {}, { headers });
  const ratings = ({ items }: Answer) => items.map(({ person }) => person.rating);

  it("200 the first match asks for the goal and every profile, the second and another client's with the same goal for nothing", async () => {
    const site = await siteWithCoaches();
    const visitor = await visitorOf(site);
    const first = await match(visitor);
    assert.equal(first.source, "scored");
    assert.equal(server.requests.length, 1);
    assert.equal((server.requests[0]!.body["input"] as string[]).length, 6);
    assert.equal(first.items[0]!.person.rating, 3.9);
    assert.equal((await match(visitor)).cached, true);
    const another = await match(await visitorOf(site));
    assert.deepEqual([another.cached, another.source], [false, "scored"]);
    assert.equal(server.requests.length, 1);
  });

  it("200 a new goal asks for that one text, a changed profile for that one", async () => {
    const site = await siteWithCoaches();
    await match(await visitorOf(site));
    const visitor = await visitorOf(site, { goal: "Play the guitar" });
    server.requests = [];
    const { items } = await match(visitor);
    assert.deepEqual(
      server.requests.map(({ body }) => body["input"]),
      [["Play the guitar"]],
    );
    await house.ok(
      "people.updateProfile",
      { expertise: ["Guitar, blues"] },
      { headers: site.actingFor(items[0]!.person.id) },
    );
    server.requests = [];
    assert.equal((await match(visitor)).cached, false);
    assert.deepEqual(
      server.requests.map(({ body }) => body["input"]),
      [["Guitar, blues"]],
    );
  });

  it("200 errors of the provider: the best rated, marked, without scores, not kept", async () => {
    const site = await siteWithCoaches();
    const visitor = await visitorOf(site);
    server.plan = [500, 500, 500, 500];
    const fallback = await match(visitor);
    assert.deepEqual([fallback.source, fallback.cached], ["fallback", false]);
    assert.deepEqual(ratings(fallback), [5, 4.8, 4.2, 3.9, null]);
    assert.deepEqual(
      fallback.items.map(({ score, confidence }) => [score, confidence]),
      fallback.items.map(() => [null, 0]),
    );
    assert.equal(fallback.items[0]!.reasons[0]!.text, "Rated 5 of 5, by 12 people.");
    const next = await match(visitor);
    assert.deepEqual([next.source, next.cached], ["scored", false]);
    assert.equal((await match(visitor)).cached, true);
  });

  it("200 with every status a provider can fail with", async () => {
    const site = await siteWithCoaches();
    for (const [at, status] of [400, 401, 403, 404, 422, 429, 500, 503].entries()) {
      server.plan = [status, status, status, status];
      assert.equal(
        (await match(await visitorOf(site, { goal: `Goal ${at}` }))).source,
        "fallback",
        String(status),
      );
    }
  });

  it("200 three failures and then an answer are a scored match", async () => {
    const site = await siteWithCoaches();
    server.plan = [500, 503, 429];
    assert.equal((await match(await visitorOf(site))).source, "scored");
    assert.equal(server.requests.length, 4);
  });

  it("a provider that sleeps is left at the deadline, over all its retries, for the best rated; nothing is kept", async () => {
    assert.equal(matchPeople.deadlineMs, 10_000);
    const site = await siteWithCoaches();
    const visitor = await visitorOf(site);
    const visitorId = await house.within(site.live, async (scope) => {
      const [row] = await scope.sql<{
        ownerId: string;
      }>`select owner_id from quiz_answers where tenant_id = ${scope.tenant.id}`;
      return row!.ownerId;
    });
    const actor: Actor = { kind: "visitor", visitorId };
    const { prepare, call, finish, deadlineMs } = matchPeopleWithin(200);
    const prepared = await house.within(site.live, (scope) => prepare(scope, {}), actor);
    server.plan = [500, 0];
    const began = performance.now();
    const outcome = await call(prepared, { signal: AbortSignal.timeout(deadlineMs!) });
    const took = performance.now() - began;
    assert.ok(took >= 150 && took < 2000, `${took} ms`);
    const answer = await house.within(site.live, (scope) => finish(scope, prepared, outcome), actor);
    assert.deepEqual([answer.source, answer.cached, answer.items.length], ["fallback", false, 5]);
    assert.equal((await match(visitor)).source, "scored");
  });

  it("a known goal is scored while the provider is down: a coach whose text is new counts by the rest, and it is not kept", async () => {
    const site = await siteWithCoaches();
    const visitor = await visitorOf(site);
    const { items } = await match(visitor);
    await house.ok(
      "people.updateProfile",
      { expertise: ["Brand new"] },
      { headers: site.actingFor(items[0]!.person.id) },
    );
    server.plan = [500, 500, 500, 500];
    const answer = await match(visitor);
    assert.deepEqual([answer.source, answer.cached], ["scored", false]);
    assert.equal(answer.items.find(({ person }) => person.id === items[0]!.person.id)!.confidence, 70);
    assert.equal((await match(visitor)).cached, false);
    assert.equal((await match(visitor)).cached, true);
  });

  it("the fallback leaves out who is not listed", async () => {
    const site = await siteWithCoaches();
    const visitor = await visitorOf(site);
    await house.within(site.live, (scope) =>
      buildCoach(scope, { ratingAverage: 5, ratingCount: 900, isListed: false }),
    );
    server.plan = [500, 500, 500, 500];
    assert.equal((await match(visitor)).items.length, 5);
  });

  it("matching:init gives every profile a vector, and asks for nothing the second time", async () => {
    const site = await siteWithCoaches();
    const within = <Result>(work: Parameters<TestHouse["within"]>[1]) =>
      house.within(site.live, work) as Promise<Result>;
    const signal = AbortSignal.timeout(10_000);
    assert.equal(await embedEverybody(within, signal), 5);
    server.requests = [];
    assert.equal(await embedEverybody(within, signal), 0);
    assert.equal(server.requests.length, 0);
    await match(await visitorOf(site));
    assert.deepEqual(
      server.requests.map(({ body }) => (body["input"] as string[]).length),
      [1],
    );
  });
});
