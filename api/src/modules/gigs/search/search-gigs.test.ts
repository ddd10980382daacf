import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse } from "../../../../test/house.ts";
import { rebuildKind } from "../../../platform/search/rebuild.ts";
import { changeProfile } from "../../people/index.ts";
import { personalData } from "../personal-data.ts";
import { gigsSearch } from "../search-kind.ts";
import { Market, type Somebody } from "../testing.ts";

interface Counted {
  readonly value: string | number;
  readonly count: number;
}

interface Found {
  readonly items: { readonly id: string; readonly title: string }[];
  readonly nextCursor: string | null;
  readonly total: number;
  readonly currency: string | null;
  readonly facets: {
    readonly categories: { readonly slug: string; readonly count: number }[];
    readonly languages: Counted[];
    readonly tags: Counted[];
    readonly currencies: Counted[];
    readonly deliveryDays: Counted[];
    readonly ratings: Counted[];
  };
}

describe("searching gigs", () => {
  let house: TestHouse;
  let market: Market;
  let other: Market;
  let ada: Somebody;
  let bo: Somebody;
  const categories: Record<string, string> = {};

  before(async () => {
    house = await TestHouse.open();
    [market, other] = [new Market(house, await house.site()), new Market(house, await house.site())];
    categories["design"] = await market.category("design");
    categories["logo"] = await market.category("logo", categories["design"]);
    categories["web"] = await market.category("web", categories["design"]);
    categories["music"] = await market.category("music");
    [ada, bo] = [await market.join(), await market.join()];
    await rate(ada, 4.8);
    await rate(bo, 4.2);
    await add(ada, "logo", { title: "Logo drawn by hand", tags: ["logo", "vector"] }, 20_000, 3);
    await add(bo, "logo", { title: "Animated logo", tags: ["logo", "motion"] }, 50_000, 8);
    await add(bo, "web", { title: "專業小化妝品包裝設計", tags: ["包装"], language: "zh" }, 30_000, 1);
    await add(ada, "music", { title: "Violin for weddings", tags: ["violin"], currency: "EUR" }, 9_000, 30);
    const seller = await other.join();
    const foreign = await other.category("foreign");
    await other.gig(seller, foreign, { title: "Logo of the others", tags: ["foreigntag"], language: "fr" });
    await house.until("four gigs to be found", async () => (await search()).total === 4);
    await house.until("the one of the others", async () => (await search({}, other)).total === 1);
  });
  after(async () => {
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  const rate = ({ id }: Somebody, ratingAverage: number) =>
    house.within(market.site.live, (scope) => changeProfile(scope, id, { ratingAverage, ratingCount: 9 }));
  const add = async (
    seller: Somebody,
    category: string,
    fields: object,
    amountMinor: number,
    deliveryDays: number,
  ) => {
    const gig = await market.draft(seller, categories[category]!, {
      description: "Made by somebody who has done so for many years.",
      ...fields,
    });
    const sold = { id: gig.packages[0]!.id, amountMinor, deliveryDays };
    await house.ok("gigs.updatePackage", sold, seller);
    await house.ok("gigs.publishGig", { id: gig.id }, seller);
    return gig.id;
  };
  const search = (input: object = {}, at = market, headers = at.site.visitor) =>
    house.ok<Found>("gigs.searchGigs", input, { headers });
  const titles = async (input: object) => (await search(input)).items.map(({ title }) => title);
  const suggest = (q: string, at = market) =>
    house.ok<{ suggestions: string[]; categories: { slug: string }[] }>(
      "gigs.suggestGigs",
      { q },
      { headers: at.site.visitor },
    );
  const counts = (counted: Counted[]) =>
    Object.fromEntries(counted.map(({ value, count }) => [value, count]));

  it("200 every word is found, whatever its form, with slips and unfinished", async () => {
    for (const q of ["violin wedding", "Viollin", "wedd", "violins"])
      assert.deepEqual(await titles({ q }), ["Violin for weddings"], q);
    assert.deepEqual(await titles({ q: "violin logo" }), []);
    assert.deepEqual((await titles({ q: "logo" })).toSorted(), ["Animated logo", "Logo drawn by hand"]);
  });

  it("200 Chinese words inside longer ones, traditional by simplified", async () => {
    for (const q of ["设计", "化妆", "包裝設計", "妆品"])
      assert.deepEqual(await titles({ q }), ["專業小化妝品包裝設計"], q);
    assert.deepEqual(await titles({ q: "化学" }), []);
  });

  it("200 by the category and the seller's name", async () => {
    const { items } = await search({ q: "music" });
    assert.deepEqual(
      items.map(({ title }) => title),
      ["Violin for weddings"],
    );
    await house.within(market.site.live, (scope) => changeProfile(scope, bo.id, { name: "Berta Renamed" }));
    await house.until("the new name", async () => (await search({ q: "berta" })).total === 2);
  });

  for (const [what, input, expected] of [
    ["category", { category: "music" }, ["Violin for weddings"]],
    [
      "category with those below",
      { category: "design" },
      ["Animated logo", "Logo drawn by hand", "專業小化妝品包裝設計"],
    ],
    ["unknown category", { category: "nowhere" }, []],
    ["price", { minPrice: 25_000, maxPrice: 40_000 }, ["專業小化妝品包裝設計"]],
    ["price in another currency", { maxPrice: 9_000, currency: "EUR" }, ["Violin for weddings"]],
    ["currency", { currency: "EUR" }, ["Violin for weddings"]],
    ["delivery", { maxDeliveryDays: 3 }, ["Logo drawn by hand", "專業小化妝品包裝設計"]],
    ["rating", { minRating: 4.5 }, ["Logo drawn by hand", "Violin for weddings"]],
    ["language", { languages: ["zh", "fr"] }, ["專業小化妝品包裝設計"]],
    ["tags", { tags: ["motion", "VIOLIN"] }, ["Animated logo", "Violin for weddings"]],
    [
      "all together",
      { category: "design", q: "logo", minRating: 4.5, maxDeliveryDays: 7, maxPrice: 20_000 },
      ["Logo drawn by hand"],
    ],
  ] as const)
    it(`200 narrowed by ${what}`, async () => assert.deepEqual((await titles(input)).toSorted(), expected));

  it("200 in each order", async () => {
    const all = ["Violin for weddings", "專業小化妝品包裝設計", "Animated logo", "Logo drawn by hand"];
    assert.deepEqual(await titles({ sort: "newest" }), all);
    const prices = ["Logo drawn by hand", "專業小化妝品包裝設計", "Animated logo"];
    assert.deepEqual((await titles({ sort: "price" })).slice(0, 3), prices);
    assert.deepEqual((await titles({ sort: "-price" })).slice(0, 3), prices.toReversed());
    assert.equal((await search({ sort: "price" })).currency, "CNY");
    assert.equal((await search({})).currency, null);
  });

  it("200 facets are counted under all filters but their own", async () => {
    const { facets, total } = await search({ category: "logo", minRating: 4.5 });
    assert.equal(total, 1);
    assert.deepEqual(
      facets.categories.map(({ slug, count }) => [slug, count]),
      [
        ["design", 1],
        ["logo", 1],
        ["music", 1],
      ],
    );
    assert.deepEqual(counts(facets.ratings), { 3: 2, 3.5: 2, 4: 2, 4.5: 1 });
    assert.deepEqual(counts(facets.tags), { logo: 1, vector: 1 });
    const whole = (await search()).facets;
    assert.deepEqual(counts(whole.currencies), { CNY: 3, EUR: 1 });
    assert.deepEqual(counts(whole.deliveryDays), { 1: 1, 3: 2, 7: 2, 14: 3, 30: 4 });
    assert.deepEqual(
      whole.categories.find(({ slug }) => slug === "design"),
      { ...whole.categories[0], slug: "design", count: 3 },
    );
    const dear = (await search({ minPrice: 40_000, maxDeliveryDays: 3 })).facets;
    assert.deepEqual(counts(dear.deliveryDays), { 14: 1, 30: 1 });
  });

  it("200 pages follow each other; 400 a cursor of another page size or site", async () => {
    const first = await search({ limit: 3, sort: "newest" });
    const second = await search({ limit: 3, sort: "newest", cursor: first.nextCursor });
    assert.deepEqual([first.items.length, second.items.length, second.nextCursor], [3, 1, null]);
    assert.equal(new Set([...first.items, ...second.items].map(({ id }) => id)).size, 4);
    for (const [input, at] of [
      [{ limit: 2, cursor: first.nextCursor }, market],
      [{ limit: 3, cursor: first.nextCursor }, other],
    ] as const)
      assert.equal(
        await house.refused("gigs.searchGigs", input, { headers: at.site.visitor }),
        "400 request.invalid_input",
      );
  });

  it("200 suggests titles, tags and categories by their beginning, also in Chinese", async () => {
    const { suggestions, categories: named } = await suggest("lo");
    assert.equal(suggestions[0], "logo");
    assert.ok(suggestions.includes("Logo drawn by hand"));
    assert.deepEqual(
      named.map(({ slug }) => slug),
      ["logo"],
    );
    assert.deepEqual((await suggest("包装")).suggestions, ["包装", "專業小化妝品包裝設計"]);
    assert.deepEqual((await suggest("zz")).suggestions, []);
  });

  it("200 nothing of another site is found, counted or suggested", async () => {
    for (const q of ["others", "foreigntag", "foreign"]) {
      assert.equal((await search({ q })).total, 0, q);
      const { suggestions, categories: named } = await suggest(q);
      assert.deepEqual([suggestions, named], [[], []], q);
    }
    const { facets } = await search();
    assert.doesNotMatch(JSON.stringify(facets), /foreign|"fr"/);
    assert.equal((await search({ category: "foreign" })).total, 0);
    assert.equal((await search({ tags: ["foreigntag"] })).total, 0);
    assert.deepEqual((await suggest("foreign", other)).suggestions, ["foreigntag"]);
  });

  it("200 a gig that is paused, hidden or deleted is found no more from that moment on", async () => {
    const seller = await market.join();
    const id = await add(seller, "music", { title: "Xylophone lessons", tags: ["xylo"] }, 1000, 2);
    const total = async () => (await search({ q: "xylophone" })).total;
    await house.until("the new gig", async () => (await total()) === 1);
    await house.ok("gigs.pauseGig", { id }, seller);
    assert.deepEqual([await total(), (await suggest("xylo")).suggestions], [0, []]);
    await house.ok("gigs.publishGig", { id }, seller);
    await house.until("the gig again", async () => (await total()) === 1);
    await house.ok("gigs.updateGig", { id, title: "Marimba lessons", tags: [] }, seller);
    await house.until("its new title", async () => (await search({ q: "marimba" })).total === 1);
    assert.equal(await total(), 0);
    await house.ok("gigs.deleteGig", { id }, seller);
    assert.equal((await search({ q: "marimba" })).total, 0);
  });

  it("200 the gigs of somebody erased are found no more", async () => {
    const seller = await market.join();
    await add(seller, "music", { title: "Zither lessons" }, 1000, 2);
    await house.until("the gig", async () => (await search({ q: "zither" })).total === 1);
    await house.within(market.site.live, (scope) => personalData.erase(scope, seller.id));
    assert.equal((await search({ q: "zither" })).total, 0);
  });

  it("200 a category is found by its new name, and counted where it was moved", async () => {
    const headers = market.site.server;
    await house.ok(
      "gigs.updateCategory",
      { id: categories["web"], names: { en: "Packaging", "zh-CN": "包裝" } },
      { headers },
    );
    await house.until("the new name", async () => (await search({ q: "packaging" })).total === 1);
    await house.ok(
      "gigs.moveCategory",
      { id: categories["web"], parentId: categories["music"] },
      { headers },
    );
    assert.equal((await search({ category: "music" })).total, 2);
    await house.ok("gigs.archiveCategory", { id: categories["web"] }, { headers });
    assert.equal((await search({ category: "music" })).total, 1);
    const { facets } = await search();
    assert.equal(facets.categories.find(({ slug }) => slug === "music")?.count, 1);
    await house.ok("gigs.restoreCategory", { id: categories["web"] }, { headers });
  });

  it("200 members do not find gigs of whom they blocked", async () => {
    const client = await market.join(["client"]);
    await house.ok("safety.createBlock", { memberId: bo.id }, client);
    const found = await search({}, market, client.headers);
    assert.equal(found.total, 2);
    assert.equal(
      found.facets.tags.find(({ value }) => value === "motion"),
      undefined,
    );
    const { suggestions } = await house.ok<{ suggestions: string[] }>(
      "gigs.suggestGigs",
      { q: "anim" },
      client,
    );
    assert.deepEqual(suggestions, []);
  });

  it("200 the same is found after everything was written anew", async () => {
    const before = await search({ sort: "newest" });
    assert.equal(await rebuildKind((work) => house.within(market.site.live, work), gigsSearch), before.total);
    assert.deepEqual(await search({ sort: "newest" }), before);
  });
});
