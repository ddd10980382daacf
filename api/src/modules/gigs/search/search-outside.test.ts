import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse } from "../../../../test/house.ts";
import { MeilisearchServer } from "../../../../test/meilisearch-server.ts";
import { installedSearch, searchStandIns, useSearch } from "../../../platform/providers/search/for-tenant.ts";
import { localSearch } from "../../../platform/providers/search/local.ts";
import { Market, type Somebody } from "../testing.ts";

interface Found {
  readonly items: { readonly id: string }[];
  readonly total: number;
  readonly facets: object;
}

describe("searching gigs with Meilisearch, over a stand-in that speaks its protocol", () => {
  let house: TestHouse;
  const server = new MeilisearchServer();
  const markets: Market[] = [];
  const sellers: Somebody[] = [];

  before(async () => {
    house = await TestHouse.open();
    await server.open();
    useSearch(installedSearch({ url: server.url, apiKey: server.apiKey }));
    for (const word of ["own", "foreign"]) {
      const market = new Market(house, await house.site());
      const seller = await market.join();
      const top = await market.category(`${word}-design`);
      const below = await market.category(`${word}-logos`, top);
      await market.gig(seller, below, { title: `Logo 設計 ${word}`, tags: ["logo", `${word}tag`] });
      await market.gig(seller, top, { title: `Branding ${word}`, tags: ["brand", `${word}tag`] });
      markets.push(market);
      sellers.push(seller);
      await house.until("both gigs to be found", async () => (await search({}, market)).total === 2);
    }
  });
  after(async () => {
    useSearch(localSearch);
    await house.close();
    await server.stop();
    assert.deepEqual(house.bugs, []);
  });

  const search = (input: object, market = markets[0]!) =>
    house.ok<Found>("gigs.searchGigs", input, { headers: market.site.visitor });

  it("200 nothing of another site is in results, facets or suggestions", async () => {
    for (const input of [
      {},
      { q: "logo" },
      { q: "设计" },
      { tags: ["logo", "foreigntag"] },
      { sort: "popular" },
    ]) {
      const found = await search(input);
      assert.ok(found.total > 0, JSON.stringify(input));
      assert.doesNotMatch(JSON.stringify(found), /foreign/, JSON.stringify(input));
    }
    for (const input of [{ q: "foreign" }, { category: "foreign-design" }, { tags: ["foreigntag"] }])
      assert.equal((await search(input)).total, 0, JSON.stringify(input));
    for (const q of ["foreign", "logo"]) {
      const told = await house.ok("gigs.suggestGigs", { q }, { headers: markets[0]!.site.visitor });
      assert.doesNotMatch(JSON.stringify(told), /foreign/, q);
    }
    assert.equal((await search({ q: "foreign" }, markets[1])).total, 2);
  });

  it("200 answers as the embedded search does", async () => {
    const inputs = [
      {},
      { q: "logo" },
      { category: "own-design", sort: "price" },
      { category: "own-logos", maxDeliveryDays: 3 },
      { minPrice: 1, maxPrice: 19_900, languages: ["en"] },
      { tags: ["brand"] },
      { minRating: 4 },
    ];
    const outside: Found[] = [];
    for (const input of inputs) outside.push(await search(input));
    const engine = installedSearch({ url: server.url, apiKey: server.apiKey });
    useSearch(localSearch);
    for (const [at, input] of inputs.entries()) {
      const { items, total, facets } = await search(input);
      const other = outside[at]!;
      assert.deepEqual(
        [items.map(({ id }) => id).toSorted(), total, facets],
        [other.items.map(({ id }) => id).toSorted(), other.total, other.facets],
        JSON.stringify(input),
      );
    }
    useSearch(engine);
    assert.equal(searchStandIns(), 0);
  });

  it("200 a paused gig is found no more from that moment on, though the engine does not know it yet", async () => {
    const market = markets[0]!;
    const [seller] = sellers;
    const { id } = await market.gig(seller!, await market.category("passing"), { title: "Passing fancy" });
    await house.until("the gig", async () => (await search({ q: "passing" })).total === 1);
    await house.ok("gigs.pauseGig", { id }, seller);
    assert.equal((await search({ q: "fancy" })).total, 0);
  });
});
