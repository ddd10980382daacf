import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse } from "../../../../test/house.ts";
import { days, plus } from "../../../platform/time.ts";
import { wallClock } from "../../../platform/clock.ts";
import { personalData } from "../personal-data.ts";
import { Market, type Somebody } from "../testing.ts";

interface Stats {
  readonly views: number;
  readonly clicks: number;
  readonly orders: number;
  readonly conversion: number | null;
  readonly days: { readonly date: string; readonly views: number }[];
}

describe("visits of gigs", () => {
  let house: TestHouse;
  let market: Market;
  let design: string;
  before(async () => {
    house = await TestHouse.open();
    market = new Market(house, await house.site());
    design = await market.category("design");
  });
  after(async () => {
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  const see = (id: string, headers: Record<string, string>, name = "viewGig") =>
    house.ok(`gigs.${name}`, { id }, { headers });
  const newcomer = async (id: string) => {
    const { headers } = await house.call("gigs.viewGig", { id }, { headers: market.site.visitor });
    return { ...market.site.visitor, "Tessera-Visitor": String(headers["tessera-visitor"]) };
  };
  const stats = (id: string, { headers }: Somebody) =>
    house.ok<Stats>("gigs.getGigStats", { id }, { headers });
  const comesTo = (id: string, seller: Somebody, expected: readonly [number, number]) =>
    house.until(`${expected[0]} views and ${expected[1]} clicks`, async () => {
      const { views, clicks } = await stats(id, seller);
      return views === expected[0] && clicks === expected[1];
    });
  const recent = async (headers: Record<string, string>) =>
    (await house.ok<{ items: { id: string }[] }>("gigs.listRecentGigs", {}, { headers })).items.map(
      ({ id }) => id,
    );

  it("200 each viewer counts once, also of ten at once; the seller does not", async () => {
    const [seller, buyer] = [await market.join(), await market.join(["client"])];
    const { id } = await market.gig(seller, design);
    assert.deepEqual((await stats(id, seller)).conversion, null);
    const visitor = await newcomer(id);
    await Promise.all(Array.from({ length: 10 }, () => see(id, visitor)));
    for (const headers of [buyer.headers, buyer.headers, seller.headers]) await see(id, headers);
    await see(id, buyer.headers, "clickGig");
    await see(id, buyer.headers, "clickGig");
    await comesTo(id, seller, [2, 1]);
    const told = await stats(id, seller);
    const today = wallClock().toISOString().slice(0, 10);
    assert.deepEqual([told.orders, told.conversion, told.days.at(-1)?.date], [0, 0, today]);
    const both = await house.ok<Stats>("gigs.getSellerStats", {}, seller);
    assert.equal(both.views, 2);
    const site = await house.ok<Stats & { top: { id: string }[]; gigs: { visible: number } }>(
      "gigs.getMarketStats",
      {},
      { headers: market.site.server },
    );
    assert.deepEqual([site.views, site.top[0]?.id, site.gigs.visible], [2, id, 1]);
  });

  it("200 the same viewer counts again once the site's time is over", async () => {
    const seller = await market.join();
    const { id } = await market.gig(seller, design);
    const buyer = await market.join(["client"]);
    await see(id, buyer.headers);
    await comesTo(id, seller, [1, 0]);
    const before = plus(wallClock(), -days(1));
    await house.within(
      market.site.live,
      (scope) =>
        scope.sql`update gig_views set view_counted_at = ${before} where tenant_id = ${scope.tenant.id} and gig_id = ${id}`,
    );
    await see(id, buyer.headers);
    await comesTo(id, seller, [2, 0]);
  });

  it("200 what was looked at, the latest first; what is found no more is left out", async () => {
    const seller = await market.join();
    const [one, two, three] = [
      await market.gig(seller, design),
      await market.gig(seller, design),
      await market.gig(seller, design),
    ];
    const visitor = await newcomer(one.id);
    for (const id of [two.id, three.id, one.id]) await see(id, visitor);
    assert.deepEqual(await recent(visitor), [one.id, three.id, two.id]);
    await house.ok("gigs.pauseGig", { id: three.id }, seller);
    assert.deepEqual(await recent(visitor), [one.id, two.id]);
    assert.equal(
      await house.refused("gigs.viewGig", { id: three.id }, { headers: visitor }),
      "404 request.not_found",
    );
  });

  it("200 signing in takes along what the visitor looked at, counted once", async () => {
    const seller = await market.join();
    const [one, two] = [await market.gig(seller, design), await market.gig(seller, design)];
    const visitor = await newcomer(one.id);
    await see(two.id, visitor);
    const member = await market.site.signIn("viewer@gigs.example", visitor);
    assert.deepEqual(await recent(member.headers), [two.id, one.id]);
    await see(one.id, member.headers);
    await comesTo(one.id, seller, [1, 0]);
    await house.within(market.site.live, async (scope) => {
      assert.match(JSON.stringify(await personalData.export(scope, member.memberId)), new RegExp(two.id));
      await personalData.erase(scope, member.memberId);
    });
    assert.deepEqual(await recent(member.headers), []);
  });

  it("200 a viewer's list ends after fifty; what could count again goes", async () => {
    const seller = await market.join();
    const { id } = await market.gig(seller, design);
    const buyer = await market.join(["client"]);
    const long = plus(wallClock(), -days(2));
    const count = () =>
      house.within(market.site.live, async (scope) => {
        const [row] = await scope.sql<{ count: number }>`
          select count(*)::int from gig_views where tenant_id = ${scope.tenant.id} and viewer_id = ${buyer.id}`;
        return row?.count;
      });
    await house.within(market.site.live, async (scope) => {
      await scope.sql`
        with made as (
          insert into gigs (tenant_id, id, seller_id, category_id, title, description, tags, language, currency, extras,
            requirements, faq, state, moderation, is_seller_listed, version, created_at, updated_at)
          select tenant_id, gen_random_uuid(), seller_id, category_id, title, description, tags, language, currency, extras,
            requirements, faq, 'draft', 'none', true, 1, created_at, updated_at
          from gigs, generate_series(1, 55) where tenant_id = ${scope.tenant.id} and id = ${id}
          returning tenant_id, id
        )
        insert into gig_views (tenant_id, gig_id, viewer_kind, viewer_id, viewed_at, created_at)
        select tenant_id, id, 'member', ${buyer.id}, ${long}::timestamptz, ${long}::timestamptz from made`;
    });
    assert.equal(await count(), 55);
    await see(id, buyer.headers);
    assert.equal(await count(), 50);
  });

  it("404 the numbers of somebody else's gig", async () => {
    const [seller, other] = [await market.join(), await market.join()];
    const { id } = await market.gig(seller, design);
    for (const [name, input] of [
      ["getGigStats", { id }],
      ["getSellerStats", { memberId: seller.id }],
    ] as const)
      assert.equal(
        await house.refused(`gigs.${name}`, input, { headers: other.headers }),
        "404 request.not_found",
      );
    assert.equal(
      await house.refused("gigs.getMarketStats", {}, { headers: seller.headers }),
      "403 request.forbidden",
    );
  });
});
