import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse } from "../../../../test/house.ts";
import { wallClock } from "../../../platform/clock.ts";
import { newId } from "../../../platform/ids.ts";
import { days, plus } from "../../../platform/time.ts";
import { GigDesk, type WorkOrder } from "../orders/testing.ts";
import { personalData } from "../personal-data.ts";
import { Market } from "../testing.ts";

interface Named {
  readonly name: string;
  readonly count?: number;
}
interface Progress {
  readonly score: number | null;
  readonly parts: readonly { readonly part: string; readonly value: number }[];
  readonly level: Named | null;
  readonly badges: readonly Named[];
  readonly completed: number;
  readonly next: {
    readonly name: string;
    readonly needs: readonly { readonly metric: string; readonly has: number | null }[];
  } | null;
}

const honour = (name: string, needs: object) => ({ name, labels: { en: `The ${name}` }, needs });
const reputation = {
  windowDays: 60,
  levels: [
    honour("rising", { orders: 1, onTimePercent: 60, cancelledPercent: 50 }),
    honour("risen", { orders: 3 }),
  ],
  badges: [honour("loved", { reviews: 1, rating: 5 })],
};

describe("levels of sellers", () => {
  let house: TestHouse;
  before(async () => {
    house = await TestHouse.open();
  });
  after(async () => {
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  const open = async (more: object = {}) => {
    const desk = await GigDesk.sell(house, {
      settings: { gigs: { reputation: { ...reputation, ...more } }, reviews: { waitDays: 0 } },
    });
    /** Headers of the owner in the sandbox. */
    const owner = async () => {
      const { accessToken } = await house.ok<{ accessToken: string }>("identity.staffSignIn", {
        ...desk.site.owner,
        tenantId: desk.tenant.id,
      });
      return { headers: { Authorization: `Bearer ${accessToken}` } };
    };
    const progress = () => house.ok<Progress>("gigs.getSellerProgress", {}, { headers: desk.seller.headers });
    const completed = async (): Promise<WorkOrder> => {
      const order = await desk.bought();
      await desk.deliver(order);
      await desk.call(desk.client, "acceptOrder", { id: order.id });
      await desk.becomes(order, "completed");
      return order;
    };
    const has = (level: string | null) =>
      house.until(`the level to be ${level}`, async () => {
        const found = await progress();
        return (found.level?.name ?? null) === level && found;
      });
    const counted = (count: number) =>
      house.until(`${count} orders to count`, async () => {
        const found = await progress();
        return found.completed === count && found;
      });
    const search = (levels?: string[]) =>
      house.ok<{
        items: { seller: { level: Named | null; badges: Named[] } }[];
        facets: { levels: Named[] };
      }>("gigs.searchGigs", { ...(levels && { levels }) }, { headers: desk.visitor });
    return { desk, owner, progress, completed, has, counted, search };
  };

  it("200 an order completed brings the first level, is told, and gigs are found by it", async () => {
    const { desk, progress, completed, has, search } = await open();
    assert.deepEqual(await progress().then(({ score, level, next }) => [score, level, next?.name]), [
      null,
      null,
      "rising",
    ]);
    await completed();
    const { score, next, level } = await has("rising");
    assert.deepEqual(level, { name: "rising", labels: { en: "The rising" } });
    assert.ok(score !== null && score > 50, `${score}`);
    assert.deepEqual(next && [next.name, next.needs.map(({ metric, has: found }) => [metric, found])], [
      "risen",
      [["orders", 1]],
    ]);
    await desk.mail(desk.seller, "Your level now: The rising");
    await house.until("the gig to be found by the level", async () => {
      const { items } = await search(["rising"]);
      return items[0]?.seller.level?.name === "rising";
    });
    assert.deepEqual((await search()).facets.levels, [
      { name: "rising", labels: { en: "The rising" }, count: 1 },
    ]);
    assert.deepEqual((await search(["risen"])).items, []);
  });

  it("orders called off by the seller, and late ones, bring it down again, which is told too", async () => {
    const { desk, completed, has } = await open();
    await completed();
    await has("rising");
    for (let time = 0; time < 2; time++) {
      const order = await desk.bought();
      await desk.call(desk.seller, "cancelOrder", { id: order.id, reason: "I cannot go on." });
    }
    const { badges, score } = await has(null);
    assert.deepEqual(badges, []);
    assert.ok(score !== null && score < 80, `${score}`);
    await desk.mail(desk.seller, "You have no seller level at the moment");

    const late = await open();
    await late.completed();
    await late.has("rising");
    const order = await late.desk.bought();
    await late.desk.until(plus(await late.desk.now(), days(4)));
    await late.desk.deliver(order);
    await late.desk.call(late.desk.client, "acceptOrder", { id: order.id });
    const { parts } = await late.has(null);
    assert.deepEqual(parts.find(({ part }) => part === "onTime")?.value, 50);
  });

  it("what the buyer calls off before it begins, or both agree to call off, is nobody's fault", async () => {
    const { desk, completed, counted } = await open();
    const unpaid = await desk.buy();
    await desk.call(desk.client, "cancelOrder", { id: unpaid.id, reason: "Another time." });
    const agreed = await desk.bought();
    await desk.call(desk.client, "proposeCancel", {
      id: agreed.id,
      refundShare: 10_000,
      reason: "Changed plans.",
    });
    await desk.call(desk.seller, "answerCancel", { id: agreed.id, accept: true, refundShare: 10_000 });
    await desk.becomes(agreed, "cancelled");
    await completed();
    const { parts } = await counted(1);
    assert.deepEqual(
      parts.map(({ part, value }) => [part, part === "experience" || value]),
      [
        ["onTime", 100],
        ["kept", 100],
        ["experience", true],
      ],
    );
  });

  it("a review of the buyer brings a badge that everybody sees, and takes it when it is hidden", async () => {
    const { desk, completed, counted } = await open();
    const order = await completed();
    await counted(1);
    const { id } = await house.ok<{ id: string }>(
      "reviews.createReview",
      { orderId: order.id, stars: 5 },
      desk.client,
    );
    const seen = () =>
      house.ok<Progress>("gigs.getReputation", { memberId: desk.seller.id }, { headers: desk.visitor });
    await house.until("the badge", async () => (await seen()).badges[0]?.name === "loved");
    const gig = await house.ok<{ seller: { badges: Named[] } }>(
      "gigs.getGig",
      { id: desk.gig.id },
      { headers: desk.visitor },
    );
    assert.deepEqual(gig.seller.badges, [{ name: "loved", labels: { en: "The loved" } }]);
    await house.ok("reviews.hideReview", { id, reason: "Not about the work" }, { headers: desk.office });
    await house.until("no badge", async () => (await seen()).badges.length === 0);
  });

  it("every night the days that count move on", async () => {
    const { desk, completed, has } = await open();
    await completed();
    await has("rising");
    await desk.until(plus(await desk.now(), days(59)));
    await has("rising");
    await desk.until(plus(await desk.now(), days(3)));
    const { score, completed: counted } = await has(null);
    assert.deepEqual([score, counted], [null, 0]);
  });

  it("200 the team has all worked out anew by rules that changed", async () => {
    const { desk, owner, completed, counted, has } = await open({ levels: [honour("far", { orders: 9 })] });
    await completed();
    await counted(1);
    const changes = { gigs: { reputation: { levels: [honour("near", { orders: 1 })] } } };
    await house.ok("tenancy.updateSettings", { changes }, await owner());
    await has(null);
    await house.ok("gigs.rateSellers", {}, { headers: desk.office });
    await has("near");
    assert.equal(
      await house.refused("gigs.rateSellers", {}, { headers: desk.seller.headers }),
      "403 request.forbidden",
    );
    const listed = await house.ok<{ items: Named[]; badges: Named[] }>(
      "gigs.listLevels",
      {},
      { headers: desk.visitor },
    );
    assert.deepEqual(
      [listed.items, listed.badges].map((honours) => honours.map(({ name }) => name)),
      [["near"], ["loved"]],
    );
  });

  it("400 levels of one name, without anything they take, or beyond what there is; weights of nothing", async () => {
    const { owner } = await open();
    const headers = await owner();
    const near = honour("near", { orders: 1 });
    for (const wrong of [
      { levels: [near, near] },
      { levels: [honour("near", {})] },
      { levels: [honour("Near!", { orders: 1 })] },
      { levels: [honour("near", { rating: 6 })] },
      { levels: [honour("near", { orders: -1 })] },
      { badges: [honour("near", { cancelledPercent: 101 })] },
      { badges: [honour("near", { luck: 1 })] },
      { windowDays: 29 },
      { weights: { rating: 0, onTime: 0, kept: 0, experience: 0 } },
    ])
      assert.equal(
        await house.refused("tenancy.updateSettings", { changes: { gigs: { reputation: wrong } } }, headers),
        "400 request.invalid_input",
        JSON.stringify(wrong),
      );
  });

  it("404 somebody who is not listed, another site's seller, and nobody; a seller knows their own alone", async () => {
    const market = new Market(house, await house.site());
    const [hidden, seller] = [await market.join(["seller"], false), await market.join()];
    const other = await open();
    const asked = (memberId: string, name = "getReputation", headers = market.site.visitor) =>
      house.refused(`gigs.${name}`, { memberId }, { headers });
    for (const id of [hidden.id, other.desk.seller.id, newId(wallClock())])
      assert.equal(await asked(id), "404 request.not_found");
    assert.equal(await asked(hidden.id, "getSellerProgress", seller.headers), "404 request.not_found");
    assert.equal(
      await asked(other.desk.seller.id, "getSellerProgress", market.site.server),
      "404 request.not_found",
    );
  });

  it("is in what a member takes with them, and goes with them", async () => {
    const { desk, completed, has } = await open();
    await completed();
    await has("rising");
    const system = { kind: "system", cause: "test" } as const;
    const exported = () =>
      desk.as(system, async (scope) => {
        const { reputation: found } = (await personalData.export(scope, desk.seller.id)) as {
          reputation: { level: string } | null;
        };
        return found;
      });
    assert.equal((await exported())?.level, "rising");
    await desk.as(system, (scope) => personalData.erase(scope, desk.seller.id));
    assert.equal(await exported(), null);
  });
});
