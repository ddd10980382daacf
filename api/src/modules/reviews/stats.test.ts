import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse, type TestSite } from "../../../test/house.ts";
import { newId } from "../../platform/ids.ts";
import { type Actor } from "../../platform/scope/actor.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { hours, plus } from "../../platform/time.ts";
import { wallClock } from "../../platform/clock.ts";
import { memberOf } from "../orders/testing.ts";
import { buildMember } from "../scheduling/testing.ts";
import { addPastReview } from "./add-past-review.ts";
import { replyToReview } from "./reply-to-review.ts";
import { Review } from "./models/review.ts";

interface Stats {
  readonly rating: {
    readonly average: number | null;
    readonly count: number;
    readonly distribution: number[];
  };
  readonly months: readonly { readonly month: string; readonly average: number; readonly count: number }[];
  readonly dimensions: readonly {
    readonly context: string;
    readonly dimension: string;
    readonly average: number;
    readonly count: number;
  }[];
  readonly replies: {
    readonly count: number;
    readonly share: number | null;
    readonly medianHours: number | null;
  };
}

const now = wallClock();
/** Noon on the fifteenth, so many months ago, in UTC. */
const monthsAgo = (months: number): Date =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 15, 12));
const nameOf = (date: Date): string => date.toISOString().slice(0, 7);

describe("the numbers of reviews", () => {
  let house: TestHouse;
  let site: TestSite;
  const gigId = newId(now);
  const otherGig = newId(now);
  let sellerId: string;
  let ids: string[];
  before(async () => {
    house = await TestHouse.open();
    site = await house.site();
    sellerId = await house.within(site.live, async (scope) => (await buildMember(scope)).id);
  });
  after(async () => {
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  /** Does something at another time. */
  function at<Result>(
    time: Date,
    work: (scope: Scope) => Promise<Result>,
    actor: Actor = { kind: "system", cause: "test" },
  ): Promise<Result> {
    const request = { requestId: "test", ip: null, origin: null, locale: "", userAgent: null };
    return house.house.scopes.transact({ tenant: site.live, actor, now: time, request }, work);
  }

  /** What a buyer said of the gig, or of another, so many months ago; answers the review's id. */
  async function said(
    months: number,
    ratings: Readonly<Record<string, number>>,
    about = gigId,
  ): Promise<string> {
    return at(monthsAgo(months), async (scope) => {
      const { id: clientId } = await buildMember(scope);
      const work = { context: "gig", clientId, hostId: sellerId, gigId: about, title: "A logo" } as const;
      await addPastReview(
        scope,
        { ...work, sourceId: newId(now) },
        { authorId: clientId, ratings, text: "" },
      );
      return (await scope.query(Review).findOne({ authorId: clientId }))!.id;
    });
  }
  const stats = (input: object) =>
    house.ok<Stats>("reviews.getReviewStats", input, { headers: site.visitor });

  it("are empty before the first review", async () => {
    assert.deepEqual(await stats({ gigId }), {
      rating: { average: null, count: 0, distribution: [0, 0, 0, 0, 0] },
      months: [],
      dimensions: [],
      replies: { count: 0, share: null, medianHours: null },
    });
  });

  it("equal the reviews: stars, months, dimensions", async () => {
    ids = [
      await said(13, { communication: 1, quality: 1 }),
      await said(3, { communication: 5, quality: 4 }),
      await said(3, { communication: 2, quality: 2 }),
      await said(1, { communication: 3, quality: 4 }),
    ];
    await said(1, { communication: 5 }, otherGig);
    const { rating, months, dimensions } = await stats({ gigId });
    assert.deepEqual(rating, { average: 2.75, count: 4, distribution: [1, 1, 0, 1, 1] });
    assert.deepEqual(months, [
      { month: nameOf(monthsAgo(3)), average: 3.25, count: 2 },
      { month: nameOf(monthsAgo(1)), average: 3.5, count: 1 },
    ]);
    assert.deepEqual(dimensions, [
      { context: "gig", dimension: "communication", average: 2.75, count: 4 },
      { context: "gig", dimension: "quality", average: 2.75, count: 4 },
    ]);
    assert.equal((await stats({ gigId, months: 14 })).months.length, 3);
  });

  it("of a person are those of all their gigs", async () => {
    const { rating, dimensions } = await stats({ personId: sellerId });
    assert.deepEqual([rating.average, rating.count], [3.2, 5]);
    assert.deepEqual(
      dimensions.map(({ dimension, average, count }) => [dimension, average, count]),
      [
        ["communication", 3.2, 5],
        ["quality", 2.75, 4],
      ],
    );
  });

  it("say how many reviews were replied to, and how soon", async () => {
    for (const [index, id] of ids.slice(1, 3).entries())
      await at(
        plus(monthsAgo(3), hours(2 + 4 * index)),
        (scope) => replyToReview.run(scope, { id, text: "Thank you" }),
        memberOf({ id: sellerId }),
      );
    assert.deepEqual((await stats({ gigId })).replies, { count: 2, share: 0.5, medianHours: 4 });
  });

  it("400 of nobody and nothing", async () => {
    assert.equal(
      await house.refused("reviews.getReviewStats", {}, { headers: site.visitor }),
      "400 request.invalid_input",
    );
  });

  it("come with what the site rates by", async () => {
    const { items } = await house.ok<{ items: { name: string; labels: { ar?: string } }[] }>(
      "reviews.listDimensions",
      { context: "gig" },
      { headers: site.visitor },
    );
    assert.deepEqual(
      items.map(({ name }) => name),
      ["communication", "quality", "as_described"],
    );
    assert.equal(items[1]?.labels.ar, "الجودة");
  });
});
