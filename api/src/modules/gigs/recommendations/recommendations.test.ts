import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { TestHouse } from "../../../../test/house.ts";
import { days, hours, plus } from "../../../platform/time.ts";
import { forgetDue } from "../history/keep-search.ts";
import { GigScore } from "../models/gig-score.ts";
import { Gig } from "../models/gig.ts";
import { popularity } from "../popularity/score-gigs.ts";
import { popularityOf } from "../rules/popularity.ts";
import { personalData } from "../personal-data.ts";
import { scoreDue } from "../popularity/score-gigs.ts";
import { Market, type Somebody } from "../testing.ts";

interface Recommended {
  readonly id: string;
  readonly reason: { readonly kind: string; readonly gig?: { readonly id: string }; readonly text?: string };
}

type Headers = Record<string, string>;

describe("gigs that are shown to somebody", () => {
  let house: TestHouse;
  let market: Market;
  let seller: Somebody;
  let gigs: Record<"logo" | "brand" | "animated" | "song" | "violin", string>;

  before(async () => {
    house = await TestHouse.open();
    market = new Market(house, await house.site());
    seller = await market.join();
    const design = await market.category("design");
    const logos = await market.category("logos", design);
    const music = await market.category("music");
    const add = async (category: string, title: string, tags: string[]) =>
      (await market.gig(seller, category, { title, tags })).id;
    gigs = {
      logo: await add(logos, "A logo for cafés", ["logo", "vector"]),
      brand: await add(design, "Whole brands", ["brand", "vector"]),
      animated: await add(logos, "An animated logo", ["logo", "motion"]),
      song: await add(music, "A song for birthdays", ["song"]),
      violin: await add(music, "Violin for weddings", ["violin"]),
    };
    await house.until("the gigs to be found", async () => {
      const found = await house.ok<{ total: number }>(
        "gigs.searchGigs",
        {},
        { headers: market.site.visitor },
      );
      return found.total === 5;
    });
  });
  after(async () => {
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  const list = async (name: string, input: object, headers: Headers = market.site.visitor) =>
    (await house.ok<{ items: Recommended[] }>(`gigs.${name}`, input, { headers })).items;
  const ids = async (name: string, input: object, headers?: Headers) =>
    (await list(name, input, headers)).map(({ id }) => id);
  const see = async (id: string, headers: Headers) => house.ok("gigs.viewGig", { id }, { headers });
  const note = (text: string, headers: Headers, id: string = randomUUID()) =>
    house.ok("insights.noteSearch", { id, kind: "gigs", text, found: 1 }, { headers });
  const score = () =>
    house.within(market.site.live, (scope) =>
      scoreDue.run(scope, { subjectId: randomUUID(), dueAt: scope.now, payload: {} }),
    );
  const popular = async () =>
    (
      await house.ok<{ items: { id: string }[] }>(
        "gigs.searchGigs",
        { sort: "popular" },
        { headers: market.site.visitor },
      )
    ).items.map(({ id }) => id);
  const client = () => market.join(["client"]);

  it("200 trending: the newest before anybody looks; the most looked at once popularity is worked out", async () => {
    assert.deepEqual(await ids("listTrendingGigs", { limit: 2 }), [gigs.violin, gigs.song]);
    const viewers = [await client(), await client(), await client()];
    for (const { headers } of viewers) await see(gigs.logo, headers);
    await house.ok("gigs.clickGig", { id: gigs.brand }, viewers[0]);
    await house.until("the views to be counted", async () => {
      const { views, clicks } = await house.ok<{ views: number; clicks: number }>(
        "gigs.getSellerStats",
        {},
        seller,
      );
      return views === 3 && clicks === 1;
    });
    assert.equal((await ids("listTrendingGigs", {}))[0], gigs.violin);
    await score();
    assert.deepEqual((await ids("listTrendingGigs", {})).slice(0, 2), [gigs.brand, gigs.logo]);
    assert.deepEqual(await ids("listTrendingGigs", { category: "music" }), [gigs.violin, gigs.song]);
    assert.deepEqual((await ids("listTrendingGigs", { category: "design" })).slice(0, 2), [
      gigs.brand,
      gigs.logo,
    ]);
    assert.deepEqual(await ids("listTrendingGigs", { category: "nowhere" }), []);
    await house.until("the search to know it", async () => (await popular())[0] === gigs.brand);
    await house.within(market.site.live, async (scope) => {
      const waiting = await scope.sql<{ dueAt: Date }>`
        select due_at from timers where tenant_id = ${scope.tenant.id} and kind = 'gigs.score_gigs' and state = 'pending'`;
      assert.equal(waiting.length, 1);
      assert.ok(waiting[0]!.dueAt > scope.now && waiting[0]!.dueAt <= plus(scope.now, hours(1)));
    });
  });

  it("200 what was popular a month ago gives way to what is looked at today", async () => {
    await house.within(market.site.live, async (scope) => {
      const tenantId = scope.tenant.id;
      const long = plus(scope.now, -days(30)).toISOString().slice(0, 10);
      await scope.sql`
        insert into gig_days (tenant_id, gig_id, day_on, views, clicks, created_at, updated_at)
        values (${tenantId}, ${gigs.song}, ${long}::date, 20, 0, ${scope.now}, ${scope.now})`;
    });
    await score();
    const trending = await ids("listTrendingGigs", {});
    assert.ok(trending.indexOf(gigs.song) > trending.indexOf(gigs.logo));
    assert.ok(trending.indexOf(gigs.song) < trending.indexOf(gigs.violin));
  });

  it("a gig nobody looked at is as popular to the database as to the rule", async () => {
    await house.within(market.site.live, async (scope) => {
      const rows = await scope.read<{ publishedAt: Date; popularity: number }>`
        select g.published_at, ${popularity} as popularity from ${Gig} g left join ${GigScore} s on s.gig_id = g.id
        where g.id = ${gigs.violin}`;
      const { publishedAt, popularity: told } = rows[0]!;
      assert.ok(Math.abs(told - popularityOf(publishedAt, [])) < 1e-6);
    });
  });

  it("200 similar: of the same category and with its tags first; never itself", async () => {
    assert.deepEqual(await ids("listSimilarGigs", { id: gigs.logo }), [gigs.animated, gigs.brand]);
    assert.deepEqual((await ids("listSimilarGigs", { id: gigs.song }))[0], gigs.violin);
    assert.deepEqual(await ids("listSimilarGigs", { id: gigs.logo, limit: 1 }), [gigs.animated]);
  });

  it("404 gigs like one that nobody finds", async () => {
    const { id } = await market.draft(seller, await market.category("drafts"), { title: "A hidden draft" });
    for (const unknown of [id, randomUUID()])
      assert.equal(
        await house.refused("gigs.listSimilarGigs", { id: unknown }, { headers: market.site.visitor }),
        "404 request.not_found",
      );
  });

  it("200 recommended: what is popular to a stranger, what is like what they did to others, with the reason", async () => {
    const strangers = await list("listRecommendedGigs", {});
    assert.deepEqual(
      strangers.map(({ id }) => id),
      await ids("listTrendingGigs", {}),
    );
    assert.ok(strangers.every(({ reason }) => reason.kind === "popular"));

    const { headers } = await client();
    await see(gigs.logo, headers);
    await note("violin", headers);
    const told = await list("listRecommendedGigs", {}, headers);
    assert.deepEqual(
      told.slice(0, 3).map(({ id, reason }) => [id, reason.kind, reason.gig?.id ?? reason.text]),
      [
        [gigs.animated, "viewed", gigs.logo],
        [gigs.violin, "searched", "violin"],
        [gigs.brand, "viewed", gigs.logo],
      ],
    );
    assert.deepEqual(told[3], { ...told[3], id: gigs.song, reason: { kind: "popular" } });
    assert.equal(told.length, 4);
  });

  it("200 sellers are recommended no gigs of their own", async () => {
    await note("violin", seller.headers);
    assert.ok(!(await ids("listRecommendedGigs", {}, seller.headers)).includes(gigs.violin));
  });

  describe("the history of searches", () => {
    const searches = async (headers: Headers) =>
      (await house.ok<{ items: { id: string; text: string }[] }>("gigs.listSearches", {}, { headers })).items;
    const texts = async (headers: Headers) => (await searches(headers)).map(({ text }) => text);

    it("200 lists each search once, the latest first, however it was written", async () => {
      const { headers } = await client();
      for (const text of ["logo", "網頁", "violin", "LOGO"]) await note(text, headers);
      assert.deepEqual(await texts(headers), ["LOGO", "violin", "網頁"]);
      await note("网页", headers);
      assert.deepEqual(await texts(headers), ["网页", "LOGO", "violin"]);
      assert.deepEqual(await texts((await client()).headers), []);
    });

    it("200 one is deleted, then all; 404 somebody else's", async () => {
      const [one, other] = [await client(), await client()];
      for (const text of ["logo", "violin"]) await note(text, one.headers);
      const [latest] = await searches(one.headers);
      assert.equal(
        await house.refused("gigs.deleteSearch", { id: latest!.id }, other),
        "404 request.not_found",
      );
      await house.ok("gigs.deleteSearch", { id: latest!.id }, one);
      assert.deepEqual(await texts(one.headers), ["logo"]);
      assert.deepEqual(await house.ok("gigs.deleteSearches", {}, one), { deleted: 1 });
      assert.deepEqual(await texts(one.headers), []);
    });

    it("200 nothing is kept for members who chose to have no history, and nothing tells what they like", async () => {
      const member = await market.site.signIn("private@gigs.example");
      await see(gigs.logo, member.headers);
      await house.ok("identity.updateMe", { preferences: { history: "off" } }, member);
      await note("violin", member.headers);
      assert.deepEqual(await texts(member.headers), []);
      const told = await list("listRecommendedGigs", {}, member.headers);
      assert.ok(told.every(({ reason }) => reason.kind === "popular"));
      assert.equal(
        await house.refused("identity.updateMe", { preferences: { history: "some" } }, member),
        "400 request.invalid_input",
      );
    });

    it("200 signing in takes along what the visitor searched for; it is exported and erased", async () => {
      const { headers } = await house.call(
        "insights.noteSearch",
        { id: randomUUID(), kind: "gigs", text: "zither", found: 0 },
        { headers: market.site.visitor },
      );
      const visitor = { ...market.site.visitor, "Tessera-Visitor": String(headers["tessera-visitor"]) };
      assert.deepEqual(await texts(visitor), ["zither"]);
      const member = await market.site.signIn("searcher@gigs.example", visitor);
      assert.deepEqual(await texts(member.headers), ["zither"]);
      await house.within(market.site.live, async (scope) => {
        assert.match(JSON.stringify(await personalData.export(scope, member.memberId)), /"text":"zither"/);
        await personalData.erase(scope, member.memberId);
      });
      assert.deepEqual(await texts(member.headers), []);
    });

    it("200 the history ends after thirty", async () => {
      const { headers } = await client();
      for (let at = 1; at <= 32; at += 1) await note(`search ${at}`, headers);
      const { items } = await house.ok<{ items: { text: string }[] }>(
        "gigs.listSearches",
        { limit: 30 },
        { headers },
      );
      assert.deepEqual([items.length, items[0]?.text, items.at(-1)?.text], [30, "search 32", "search 3"]);
      await house.within(market.site.live, async (scope) => {
        const [row] = await scope.sql<{ count: number }>`
          select count(*)::int from gig_searches where tenant_id = ${scope.tenant.id} and text like 'search %'`;
        assert.equal(row?.count, 30);
      });
    });

    it("200 what was searched for longer ago than 90 days is listed no more, and deleted", async () => {
      const { headers } = await client();
      for (const text of ["old words", "new words"]) await note(text, headers);
      await house.within(market.site.live, async (scope) => {
        const [long, { id: tenantId }] = [plus(scope.now, -days(91)), scope.tenant];
        await scope.sql`
          update gig_searches set searched_at = ${long} where tenant_id = ${tenantId} and text = 'old words'`;
      });
      assert.deepEqual(await texts(headers), ["new words"]);
      await house.within(market.site.live, async (scope) => {
        await forgetDue.run(scope, { subjectId: randomUUID(), dueAt: scope.now, payload: {} });
        const kept = await scope.sql<{ text: string }>`
          select text from gig_searches where tenant_id = ${scope.tenant.id} and text like '% words'`;
        assert.deepEqual(kept, [{ text: "new words" }]);
        const planned = await scope.sql`
          select due_at from timers where tenant_id = ${scope.tenant.id} and kind = 'gigs.forget_searches'`;
        assert.equal(planned.length, 1);
      });
    });

    it("200 searches of gigs are told in the site's analytics, with what was opened", async () => {
      const { headers } = await client();
      const id = randomUUID();
      await note("unicorn", headers, id);
      await house.ok("insights.noteOpened", { id, openedId: gigs.logo }, { headers });
      const told = await house.ok<{ top: { text: string; kind: string; opened: number }[] }>(
        "insights.getSearchAnalytics",
        { kind: "gigs" },
        { headers: market.site.server },
      );
      const found = told.top.find(({ text }) => text === "unicorn");
      assert.deepEqual([found?.kind, found?.opened], ["gigs", 1]);
    });
  });
});
