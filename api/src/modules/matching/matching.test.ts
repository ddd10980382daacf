import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import supertest from "supertest";
import { TestHouse, type TestSite } from "../../../test/house.ts";
import { addMember } from "../identity/index.ts";
import { buildBooking, buildMember } from "../scheduling/testing.ts";
import { hours, plus } from "../../platform/time.ts";
import { SessionOffer } from "../scheduling/models/session-offer.ts";
import { forgetTenant } from "../tenancy/directory.ts";
import { Embedding } from "./models/embedding.ts";
import { buildCoach, type CoachOptions, completeQuiz } from "./testing.ts";

interface Answer {
  readonly source: string;
  readonly cached: boolean;
  readonly madeAt: string;
  readonly items: readonly {
    readonly person: { readonly id: string; readonly name: string };
    readonly score: number;
    readonly confidence: number;
    readonly parts: readonly { factor: string; points: number; weight: number; fit: number | null }[];
    readonly reasons: readonly { factor: string; code: string; text: string }[];
    readonly adjustments: readonly { code: string; points: number; text: string }[];
  }[];
}

type Headers = Record<string, string>;

let house: TestHouse;
before(async () => {
  house = await TestHouse.open();
});
after(async () => {
  await house.close();
  assert.deepEqual(house.bugs, []);
});

const addCoach = (site: TestSite, options?: CoachOptions) =>
  house.within(site.live, (scope) => buildCoach(scope, options));

/** A visitor with a complete quiz. */
async function visitorWith(site: TestSite, other: object = {}): Promise<Headers> {
  const saved = await house.call(
    "people.saveAnswers",
    { answers: completeQuiz(other) },
    { headers: site.visitor },
  );
  assert.equal(saved.status, 200, JSON.stringify(saved.body));
  return { ...site.visitor, "Tessera-Visitor": saved.headers["tessera-visitor"]! };
}

const match = (headers: Headers): Promise<Answer> => house.ok("matching.matchPeople", {}, { headers });
const idsOf = (answer: Answer): string[] => answer.items.map(({ person }) => person.id);

describe("matchPeople", () => {
  it("200 thirty coaches: exactly ten, descending, with confidence; the same list the second time", async () => {
    const site = await house.site();
    for (let at = 0; at < 30; at++)
      await addCoach(site, {
        languages: at % 3 === 0 ? ["de"] : ["en", "fr"],
        countries: at % 4 === 0 ? ["CA"] : ["DE"],
        priceMinor: 5000 + 400 * at,
        expertise: at % 5 === 0 ? ["Guitar lessons"] : ["Career change", "Interview preparation"],
        ratingAverage: 3 + (at % 20) / 10,
        ratingCount: at,
      });
    const headers = await visitorWith(site);
    const first = await match(headers);
    assert.equal(first.source, "scored");
    assert.equal(first.cached, false);
    assert.equal(first.items.length, 10);
    for (const [at, { score, confidence, parts, reasons }] of first.items.entries()) {
      assert.ok(at === 0 || score <= first.items[at - 1]!.score);
      assert.ok(confidence >= 0 && confidence <= 100);
      const sum = parts.reduce((total, { points }) => total + points, 0);
      assert.ok(Math.abs(sum - score) < 0.05, `${sum} is not ${score}`);
      assert.deepEqual(
        parts.map(({ factor, weight }) => [factor, weight]),
        [
          ["language", 25],
          ["country", 20],
          ["goals", 30],
          ["budget", 15],
          ["availability", 10],
        ],
      );
      assert.equal(reasons.length, 5);
      assert.ok(reasons.every(({ text }) => text.length > 5 && !text.includes("{")));
    }
    const second = await match(headers);
    assert.equal(second.cached, true);
    assert.deepEqual(second.items, first.items);
  });

  it("200 as REST, for a member too", async () => {
    const site = await house.site();
    await addCoach(site);
    const headers = await visitorWith(site);
    const { memberId, headers: signedIn } = await site.signIn("mia@example.com", {
      "Tessera-Visitor": headers["Tessera-Visitor"]!,
    });
    const { body } = await supertest(house.house.url)
      .post("/api/v1/matching/people/match")
      .set(signedIn)
      .send({})
      .expect(200);
    assert.equal((body as Answer).items.length, 1);
    const acting = await house.ok<Answer>("matching.matchPeople", {}, { headers: site.actingFor(memberId) });
    assert.equal(acting.cached, true);
  });

  it("400 without a key, 401 with one that is none, 409 without a complete quiz, 400 with an unknown field", async () => {
    const site = await house.site();
    assert.equal(await house.refused("matching.matchPeople", {}), "400 request.tenant_required");
    assert.equal(
      await house.refused("matching.matchPeople", {}, { headers: { "Tessera-Key": "pk_live_nothing" } }),
      "401 request.key_invalid",
    );
    assert.equal(
      await house.refused("matching.matchPeople", {}, { headers: site.visitor }),
      "409 matching.quiz_needed",
    );
    const saved = await house.call(
      "people.saveAnswers",
      { answers: { goal: "Sleep better" }, isDraft: true },
      { headers: site.visitor },
    );
    const visitor = { ...site.visitor, "Tessera-Visitor": saved.headers["tessera-visitor"]! };
    assert.equal(
      await house.refused("matching.matchPeople", {}, { headers: visitor }),
      "409 matching.quiz_needed",
    );
    assert.equal(
      await house.refused("matching.matchPeople", { limit: 3 }, { headers: visitor }),
      "400 request.invalid_input",
    );
  });

  it("403 a coach who is no client; 200 for one who is both, without themselves", async () => {
    const site = await house.site();
    const coach = await addCoach(site);
    await addCoach(site);
    assert.equal(
      await house.refused("matching.matchPeople", {}, { headers: site.actingFor(coach.id) }),
      "403 matching.clients_only",
    );
    const both = await house.within(site.live, (scope) =>
      addMember(scope, {
        email: "both@example.com",
        isEmailVerified: true,
        name: "Both",
        roles: ["client", "coach"],
      }),
    );
    await house.ok("people.saveAnswers", { answers: completeQuiz() }, { headers: site.actingFor(both.id) });
    await house.ok(
      "people.updateProfile",
      { expertise: ["Career change"] },
      { headers: site.actingFor(both.id) },
    );
    assert.equal((await match(site.actingFor(both.id))).items.length, 2);
  });

  it("leaves out who is not listed, who takes no bookings, who is no coach, and other sites' people", async () => {
    const site = await house.site();
    const other = await house.site();
    await addCoach(other);
    const listed = await addCoach(site);
    await addCoach(site, { isListed: false });
    const closed = await addCoach(site);
    await house.within(
      site.live,
      (scope) => scope.sql`
      update hosts set is_accepting = false, updated_at = ${scope.now} where tenant_id = ${scope.tenant.id} and id = ${closed.id}`,
    );
    assert.deepEqual(idsOf(await match(await visitorWith(site))), [listed.id]);
  });

  it("two coaches equal but for one factor differ by its weight", async () => {
    const site = await house.site();
    const equal = { expertise: ["I want to change my career"] };
    const coaches = {
      full: await addCoach(site, equal),
      language: await addCoach(site, { ...equal, languages: ["fr"] }),
      country: await addCoach(site, { ...equal, countries: ["CA"] }),
      goals: await addCoach(site, { expertise: ["Guitar lessons"] }),
      budget: await addCoach(site, { ...equal, priceMinor: 90_000 }),
      availability: await addCoach(site, { ...equal, hours: { startMinute: 480, endMinute: 600 } }),
    };
    const { items } = await match(await visitorWith(site));
    const scoreOf = (name: keyof typeof coaches) =>
      items.find(({ person }) => person.id === coaches[name].id)!.score;
    assert.equal(scoreOf("full"), 100);
    for (const [name, weight] of [
      ["language", 25],
      ["country", 20],
      ["goals", 30],
      ["budget", 15],
      ["availability", 10],
    ] as const)
      assert.equal(scoreOf(name), 100 - weight, name);
  });

  it("a coach without prices, hours or texts has less confidence, not a lower score", async () => {
    const site = await house.site();
    const { id, offerId } = await addCoach(site, { expertise: [], headline: "", hours: null, countries: [] });
    await house.within(site.live, async (scope) => {
      await scope.query(SessionOffer).where({ id: offerId }).delete();
    });
    const { person, score, confidence, parts, reasons } = (await match(await visitorWith(site))).items[0]!;
    assert.equal(person.id, id);
    assert.equal(score, 71.4);
    assert.equal(confidence, 35);
    assert.equal(parts.find(({ factor }) => factor === "goals")!.fit, null);
    assert.equal(reasons.find(({ factor }) => factor === "goals")!.code, "factor.unknown");
  });

  it("the order tells who is booked out, and the score does not", async () => {
    const site = await house.site();
    const busy = await addCoach(site, { hours: { startMinute: 1080, endMinute: 1140 } });
    const free = await addCoach(site, { hours: { startMinute: 1080, endMinute: 1140 } });
    await house.within(site.live, async (scope) => {
      const offer = await scope.query(SessionOffer).findOne({ id: busy.offerId });
      const client = await buildMember(scope);
      const today = scope.now.toISOString().slice(0, 10);
      for (let day = 1; day < 28; day++) {
        const evening = Date.parse(`${today}T17:00:00Z`) + day * 86_400_000;
        await buildBooking(scope, offer!, { clientId: client.id, startsAt: new Date(evening) });
      }
    });
    const { items } = await match(await visitorWith(site));
    assert.deepEqual(
      items.map(({ person }) => person.id),
      [free.id, busy.id],
    );
    assert.equal(items[0]!.score, items[1]!.score);
    assert.deepEqual(items[0]!.adjustments, []);
    const [load] = items[1]!.adjustments;
    assert.equal(load?.code, "load");
    assert.ok(load.points < -5 && load.text.includes("%"), JSON.stringify(load));
  });

  it("names, pictures and everything else that must not decide change nothing", async () => {
    const site = await house.site();
    const coach = await addCoach(site);
    const headers = await visitorWith(site);
    const before = await match(headers);
    await house.ok(
      "people.updateProfile",
      {
        memberId: coach.id,
        socials: { linkedin: "https://example.com/x" },
        bio: "She is 61 years old, from Ghana, a mother.",
      },
      { headers: site.server },
    );
    await house.within(
      site.live,
      (scope) => scope.sql`
      update members set name = 'عائشة', updated_at = ${scope.now} where tenant_id = ${scope.tenant.id} and id = ${coach.id}`,
    );
    const again = await match(headers);
    assert.equal(again.cached, false);
    assert.equal(again.items[0]!.score, before.items[0]!.score);
    assert.deepEqual(again.items[0]!.parts, before.items[0]!.parts);
  });

  it("reasons are in the caller's language, also from the cache", async () => {
    const site = await house.site(undefined, { tenancy: { locales: ["en", "zh-CN", "ar"] } });
    await addCoach(site, { languages: ["fr"], priceMinor: 10_000 });
    const visitor = await visitorWith(site);
    const textsIn = async (locale: string) => {
      const { items } = await match({ ...visitor, "Tessera-Locale": locale });
      return items[0]!.reasons.map(({ text }) => text);
    };
    assert.deepEqual(await textsIn("en"), [
      "Does not offer English.",
      "Works in your country, Germany.",
      "Experienced in what you want: Career change.",
      "From €100 a session, 11% above your budget.",
      "Has time when you do: 4 hours a week.",
    ]);
    const [language, country, , budget] = await textsIn("zh-CN");
    assert.deepEqual(
      [language, country, budget],
      ["不提供英语服务。", "在您所在的德国工作。", "每次 €100 起，比您的预算高 11%。"],
    );
    assert.match((await textsIn("ar"))[1]!, /ألمانيا/);
  });
});

describe("kept answers", () => {
  it("are made anew when the quiz, a price, hours or a profile changed, at once", async () => {
    const site = await house.site();
    const coach = await addCoach(site);
    const visitor = await visitorWith(site);
    const cached = async () => (await match(visitor)).cached;
    const as = { headers: site.actingFor(coach.id) };
    assert.deepEqual([await cached(), await cached()], [false, true]);
    for (const [what, change] of [
      [
        "quiz",
        () =>
          house.ok("people.saveAnswers", { answers: completeQuiz({ country: "FR" }) }, { headers: visitor }),
      ],
      [
        "price",
        () =>
          house.ok(
            "scheduling.updateOffer",
            { id: coach.offerId, price: { amountMinor: 12_000, currency: "EUR" } },
            as,
          ),
      ],
      ["profile", () => house.ok("people.updateProfile", { languages: ["fr"] }, as)],
      [
        "hours",
        () =>
          house.ok(
            "scheduling.replaceHours",
            {
              timeZone: "Europe/Berlin",
              hours: [{ weekday: 1, startMinute: 1080, endMinute: 1140, validFrom: null, validUntil: null }],
            },
            as,
          ),
      ],
      ["a new coach", () => addCoach(site)],
    ] as const) {
      await change();
      assert.equal(await cached(), false, what);
      // The price shown on the profile follows a moment later, which is a change of its own.
      await house.until(`${what} to settle`, cached);
      await new Promise((resolve) => setTimeout(resolve, 150));
      await cached();
      assert.equal(await cached(), true, what);
    }
  });

  it("are kept for a day and then made anew", async () => {
    const site = await house.site();
    await house.within(site.sandbox, (scope) => buildCoach(scope));
    const page = { "Tessera-Key": site.sandboxKeys.publishableKey };
    const saved = await house.call("people.saveAnswers", { answers: completeQuiz() }, { headers: page });
    const visitor = { ...page, "Tessera-Visitor": saved.headers["tessera-visitor"]! };
    const first = await match(visitor);
    assert.equal(first.cached, false);
    const madeAt = new Date(first.madeAt);
    const until = async (to: Date) => {
      await house.until(to.toISOString(), async () => {
        const { now } = await house.house.background.advanceClock(site.sandbox.id, to, 10_000);
        return now >= to;
      });
      forgetTenant(site.sandbox.id);
    };
    await until(plus(madeAt, hours(23)));
    assert.deepEqual(await match(visitor), { ...first, cached: true });
    await until(plus(madeAt, hours(24)));
    const second = await match(visitor);
    assert.equal(second.cached, false);
    assert.ok(new Date(second.madeAt) >= plus(madeAt, hours(24)), second.madeAt);
    assert.deepEqual(idsOf(second), idsOf(first));
  });

  it("show the new price at once", async () => {
    const site = await house.site();
    const coach = await addCoach(site, { priceMinor: 5000 });
    const visitor = await visitorWith(site);
    const budget = async () =>
      (await match(visitor)).items[0]!.parts.find(({ factor }) => factor === "budget")!.points;
    assert.equal(await budget(), 15);
    await house.ok(
      "scheduling.updateOffer",
      { id: coach.offerId, price: { amountMinor: 50_000, currency: "EUR" } },
      { headers: site.actingFor(coach.id) },
    );
    assert.equal(await budget(), 0);
  });

  it("follow the visitor who signs in", async () => {
    const site = await house.site();
    await addCoach(site);
    const visitor = await visitorWith(site);
    await match(visitor);
    const { headers } = await site.signIn("vera@example.com", {
      "Tessera-Visitor": visitor["Tessera-Visitor"]!,
    });
    assert.equal((await match(headers)).cached, true);
  });

  it("belong to one client: another one with the same quiz has their own", async () => {
    const site = await house.site();
    await addCoach(site);
    await match(await visitorWith(site));
    assert.equal((await match(await visitorWith(site))).cached, false);
  });

  it("are prepared before anybody asks", async () => {
    const site = await house.site();
    await addCoach(site);
    const visitor = await visitorWith(site);
    const staff = await site.staff();
    const { clients } = await house.ok<{ clients: number }>(
      "matching.prepareMatches",
      {},
      { headers: staff },
    );
    assert.equal(clients, 1);
    await house.until("the prepared match", () =>
      house.within(site.live, async (scope) => {
        const rows = await scope.sql`select from match_cache where tenant_id = ${scope.tenant.id}`;
        return rows.length === 1;
      }),
    );
    assert.equal((await match(visitor)).cached, true);
  });
});

describe("embeddings", () => {
  it("of a profile are made by the job when its text changes, one for each coach", async () => {
    const site = await house.site();
    const { id } = await addCoach(site, { expertise: ["Sleep"] });
    const stored = () =>
      house.within(
        site.live,
        (scope) =>
          scope.sql<{ contentHash: string; length: number }>`
          select content_hash, cardinality(vector) as length from ${Embedding} e where owner_id = ${id}`,
      );
    const [first] = await house.until("the vector", async () => {
      const rows = await stored();
      return rows.length === 1 && rows;
    });
    assert.equal(first?.length, 512);
    await house.ok("people.updateProfile", { expertise: ["Leadership"] }, { headers: site.actingFor(id) });
    await house.until("the new vector", async () => (await stored())[0]?.contentHash !== first.contentHash);
    assert.equal((await stored()).length, 1);
  });
});

describe("many first questions at once", () => {
  it("200 for all: vectors, answers and pools are made side by side", async () => {
    const site = await house.site();
    await house.within(site.live, async (scope) => {
      for (let at = 0; at < 40; at++) await buildCoach(scope, { expertise: [`Subject ${at}`] });
    });
    const visitors = await Promise.all(Array.from({ length: 12 }, () => visitorWith(site)));
    const answers = await Promise.all(visitors.map(match));
    for (const answer of answers) assert.deepEqual(idsOf(answer), idsOf(answers[0]!));
    const twice = await Promise.all([match(visitors[0]!), match(visitors[0]!)]);
    assert.ok(twice.every(({ cached }) => cached));
  });
});

describe("weight profiles", () => {
  it("200 listed and read as usual at first, 404 for another name", async () => {
    const site = await house.site();
    const headers = await site.staff();
    const { items } = await house.ok<{ items: { id: string; version: number }[] }>(
      "matching.listProfiles",
      {},
      { headers },
    );
    assert.deepEqual(
      items.map(({ id }) => id),
      ["coaching", "skill_exchange", "cv_job", "developer_project"],
    );
    const coaching = await house.ok<{ weights: object; version: number }>(
      "matching.getProfile",
      { id: "coaching" },
      { headers },
    );
    assert.deepEqual(coaching.weights, {
      language: 25,
      country: 20,
      goals: 30,
      budget: 15,
      availability: 10,
    });
    assert.equal(coaching.version, 0);
    assert.equal(
      await house.refused("matching.getProfile", { id: "dating" }, { headers }),
      "400 request.invalid_input",
    );
  });

  it("400 weights that sum to 99, and factors it does not have; nothing changes", async () => {
    const site = await house.site();
    const headers = await site.staff();
    const refused = await house.call(
      "matching.updateProfile",
      { id: "coaching", weights: { goals: 29 } },
      { headers },
    );
    assert.equal(refused.status, 400);
    assert.equal(refused.body.error.data.code, "matching.weights_not_100");
    assert.match(refused.body.error.message, /add up to 99/);
    for (const wrong of [
      { weights: { rating: 10 } },
      { mustHave: ["age"] },
      { weights: { goals: -1 } },
      { weights: { goals: "30" } },
      { adjustments: { luck: 3 } },
    ])
      assert.equal(
        await house.refused("matching.updateProfile", { id: "coaching", ...wrong }, { headers }),
        "400 request.invalid_input",
        JSON.stringify(wrong),
      );
    const { version } = await house.ok<{ version: number }>(
      "matching.getProfile",
      { id: "coaching" },
      { headers },
    );
    assert.equal(version, 0);
  });

  it("200 a change counts for the next match, is audited, and clears what was kept", async () => {
    const site = await house.site();
    await addCoach(site, { countries: ["CA"] });
    const visitor = await visitorWith(site);
    const before = await match(visitor);
    const headers = await site.staff();
    const weights = { language: 10, country: 35, goals: 30, budget: 15, availability: 10 };
    const changed = await house.ok<{ weights: object; version: number }>(
      "matching.updateProfile",
      { id: "coaching", weights, mustHave: ["country"] },
      { headers },
    );
    assert.deepEqual([changed.weights, changed.version], [weights, 1]);
    const kept = await house.within(
      site.live,
      (scope) => scope.sql`select from match_cache where tenant_id = ${scope.tenant.id}`,
    );
    assert.equal(kept.length, 0);
    const after = await match(visitor);
    assert.equal(after.cached, false);
    assert.ok(after.items[0]!.score < before.items[0]!.score);
    assert.deepEqual(
      after.items[0]!.adjustments.map(({ code, points }) => [code, points]),
      [["missing_must_have", -20]],
    );
    const [entry] = await house.within(
      site.live,
      (scope) => scope.sql<{ action: string; after: { weights: object } }>`
      select action, after from audit_entries where tenant_id = ${scope.tenant.id} and action = 'matching.update_profile'`,
    );
    assert.deepEqual(entry?.after.weights, weights);
  });

  it("409 for a change made on an old version, 403 for visitors and members", async () => {
    const site = await house.site();
    const headers = await site.staff();
    await house.ok(
      "matching.updateProfile",
      { id: "coaching", adjustments: { newcomer: 3 }, version: 0 },
      { headers },
    );
    assert.equal(
      await house.refused(
        "matching.updateProfile",
        { id: "coaching", adjustments: { newcomer: 5 }, version: 0 },
        { headers },
      ),
      "409 request.conflict",
    );
    const { headers: member } = await site.signIn("max@example.com");
    assert.equal(
      await house.refused("matching.updateProfile", { id: "coaching" }, { headers: member }),
      "403 request.forbidden",
    );
    assert.equal(
      await house.refused("matching.getProfile", { id: "coaching" }, { headers: site.visitor }),
      "401 request.unauthenticated",
    );
    const both = await Promise.all(
      [1, 2].map(() =>
        house.call(
          "matching.updateProfile",
          { id: "coaching", adjustments: { load: 1 }, version: 1 },
          { headers },
        ),
      ),
    );
    assert.deepEqual(
      both.map(({ status }) => status).toSorted((a, b) => a - b),
      [200, 409],
    );
  });
});
