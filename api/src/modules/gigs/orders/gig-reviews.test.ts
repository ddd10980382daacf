import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse } from "../../../../test/house.ts";
import { days, hours, plus } from "../../../platform/time.ts";
import { type Person } from "../../orders/testing.ts";
import { GigDesk, type WorkOrder } from "./testing.ts";

interface ReviewAnswer {
  readonly id: string;
  readonly context: string;
  readonly bookingId: string | null;
  readonly orderId: string | null;
  readonly gigId: string | null;
  readonly average: number;
  readonly text: string;
  readonly reply: { readonly text: string } | null;
  readonly publishedAt: string | null;
}
interface Page {
  readonly items: ReviewAnswer[];
  readonly nextCursor: string | null;
  readonly rating: {
    readonly average: number | null;
    readonly count: number;
    readonly distribution: number[];
  };
  readonly dimensions: readonly { readonly dimension: string; readonly average: number }[];
  readonly averages: object | null;
}

const good = { communication: 5, quality: 4, as_described: 4 };

describe("reviews of a gig's orders", () => {
  let house: TestHouse;
  let desk: GigDesk;
  before(async () => {
    house = await TestHouse.open();
    desk = await GigDesk.sell(house);
  });
  after(async () => {
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  async function completed(): Promise<WorkOrder> {
    const order = await desk.bought();
    await desk.deliver(order);
    await desk.call(desk.client, "acceptOrder", { id: order.id });
    await desk.becomes(order, "completed");
    return order;
  }
  const review = (person: Person, orderId: string, more: object = { ratings: good }) =>
    house.ok<ReviewAnswer>("reviews.createReview", { orderId, ...more }, person);
  const refused = (person: Person, orderId: string, more: object = { ratings: good }) =>
    house.refused("reviews.createReview", { orderId, ...more }, person);
  const listed = (reviewed: object) =>
    house.ok<Page>("reviews.listReviews", reviewed, { headers: desk.visitor });
  const ofGig = () => listed({ gigId: desk.gig.id });

  it("409 before the work is completed, and when it was called off", async () => {
    const order = await desk.bought();
    assert.equal(await refused(desk.client, order.id), "409 reviews.not_completed");
    await desk.deliver(order);
    assert.equal(await refused(desk.seller, order.id), "409 reviews.not_completed");
    await desk.call(desk.seller, "cancelOrder", { id: order.id, reason: "I cannot go on." });
    assert.equal(await refused(desk.client, order.id), "409 reviews.not_completed");
  });

  it("400 0 or 6 stars, ratings that are not the gig's, a session beside the order, or nothing", async () => {
    const order = await completed();
    for (const wrong of [
      { stars: 0 },
      { stars: 6 },
      { ratings: { ...good, quality: 6 } },
      { ratings: { ...good, quality: 0 } },
      { ratings: { knowledge: 5, communication: 5, professionalism: 5 } },
      { ratings: { communication: 5, quality: 5 } },
      { ratings: { ...good, speed: 5 } },
      { stars: 5, ratings: { quality: 5 } },
      { stars: 5, bookingId: order.id },
      { ratings: {} },
      {},
    ])
      assert.equal(await refused(desk.client, order.id, wrong), "400 request.invalid_input");
    const { items } = await ofGig();
    assert.deepEqual(items, []);
  });

  it("404 somebody else's order", async () => {
    const other = await GigDesk.sell(house);
    const order = await completed();
    assert.equal(await refused(other.client, order.id), "404 request.not_found");
  });

  it("waits for the other side and is then read at the gig and at the seller; 409 a second time", async () => {
    const order = await completed();
    const first = await review(desk.client, order.id, { ratings: good, text: "Just as drawn." });
    assert.deepEqual(
      [first.context, first.bookingId, first.orderId, first.gigId, first.average, first.publishedAt],
      ["gig", null, order.id, desk.gig.id, 4.33, null],
    );
    assert.equal(await refused(desk.client, order.id), "409 reviews.already_reviewed");
    assert.deepEqual((await ofGig()).items, []);
    await review(desk.seller, order.id, { stars: 5, text: "Knows what they want." });

    const { items, rating, dimensions, averages } = await ofGig();
    assert.deepEqual(
      items.map(({ text }) => text),
      ["Just as drawn."],
    );
    assert.deepEqual(rating, { average: 4.33, count: 1, distribution: [0, 0, 0, 1, 0] });
    assert.deepEqual(
      dimensions.map(({ dimension, average }) => [dimension, average]),
      [
        ["as_described", 4],
        ["communication", 5],
        ["quality", 4],
      ],
    );
    assert.equal(averages, null);
    assert.deepEqual((await listed({ personId: desk.seller.id })).rating.count, 1);
    const buyer = await listed({ personId: desk.client.id });
    assert.deepEqual(
      [buyer.items.map(({ text, gigId }) => [text, gigId]), buyer.rating.average, buyer.dimensions],
      [[["Knows what they want.", null]], 5, []],
    );
  });

  it("200 each side reads its own review at once and the other's once both wrote; 404 for anybody else", async () => {
    interface Exchange {
      readonly isOpen: boolean;
      readonly dimensions: readonly { readonly name: string }[];
      readonly given: ReviewAnswer | null;
      readonly received: ReviewAnswer | null;
      readonly waitDays: number;
    }
    const order = await desk.bought();
    const seen = async (person: Person) => {
      const { isOpen, given, received } = await house.ok<Exchange>(
        "reviews.getOrderReviews",
        { id: order.id },
        person,
      );
      return [isOpen, given?.average ?? null, received?.average ?? null];
    };
    assert.deepEqual(await seen(desk.client), [false, null, null]);
    await desk.deliver(order);
    await desk.call(desk.client, "acceptOrder", { id: order.id });
    await desk.becomes(order, "completed");
    const asked = await house.ok<Exchange>("reviews.getOrderReviews", { id: order.id }, desk.client);
    assert.deepEqual(
      [asked.dimensions.map(({ name }) => name), asked.waitDays],
      [["communication", "quality", "as_described"], 7],
    );
    await review(desk.client, order.id);
    assert.deepEqual(await seen(desk.client), [false, 4.33, null]);
    assert.deepEqual(await seen(desk.seller), [true, null, null]);
    await review(desk.seller, order.id, { stars: 5 });
    assert.deepEqual(await seen(desk.client), [false, 4.33, 5]);
    assert.deepEqual(await seen(desk.seller), [false, 5, 4.33]);
    const other = await GigDesk.sell(house);
    assert.equal(
      await house.refused("reviews.getOrderReviews", { id: order.id }, other.client),
      "404 request.not_found",
    );
    const { items } = await ofGig();
    await house.ok(
      "reviews.hideReview",
      { id: items[0]?.id, reason: "Not about the work" },
      { headers: desk.office },
    );
    assert.deepEqual(await seen(desk.seller), [false, 5, null]);
  });

  it("hidden, it leaves the gig's rating at once, and the search; restored, it is back", async () => {
    const gig = () =>
      house.ok<{ rating: number | null; ratingCount: number }>(
        "gigs.getGig",
        { id: desk.gig.id },
        { headers: desk.visitor },
      );
    const found = async (minRating: number) =>
      (
        await house.ok<{ items: { rating: number | null }[] }>(
          "gigs.searchGigs",
          { q: "logo", minRating },
          { headers: desk.visitor },
        )
      ).items.length;
    const { rating, ratingCount } = await gig();
    assert.deepEqual([rating, ratingCount], [4.33, 1]);
    const order = await completed();
    const { id } = await review(desk.client, order.id, { stars: 1 });
    await review(desk.seller, order.id, { stars: 1 });
    const worse = await gig();
    assert.deepEqual([worse.rating, worse.ratingCount], [2.67, 2]);
    await house.until("the search to know", async () => (await found(4)) === 0 && (await found(2.5)) === 1);
    await house.ok("reviews.hideReview", { id, reason: "Not about the work" }, { headers: desk.office });
    assert.equal((await gig()).rating, 4.33);
    await house.until("the search to know again", async () => (await found(4)) === 1);
    await house.ok("reviews.restoreReview", { id }, { headers: desk.office });
    assert.deepEqual(await gig(), worse);
    await house.ok("reviews.hideReview", { id, reason: "Not about the work" }, { headers: desk.office });
  });

  it("is published alone after a week, with stars that count instead of the mean", async () => {
    const order = await completed();
    const { rating: before_ } = await ofGig();
    await review(desk.client, order.id, { stars: 2, ratings: good });
    await desk.until(plus(await desk.now(), days(7) - hours(1)));
    assert.equal((await ofGig()).rating.count, before_.count);
    await desk.until(plus(await desk.now(), hours(2)));
    const { rating } = await ofGig();
    assert.equal(rating.count, before_.count + 1);
    assert.equal(rating.distribution[1], 1);
  });

  it("asks both sides once the work is completed, and no more once they wrote", async () => {
    const order = await completed();
    const pending = async (person: Person) =>
      (
        await house.ok<{ items: { orderId: string; bookingId: null; title: string; subjectId: string }[] }>(
          "reviews.listPendingReviews",
          {},
          person,
        )
      ).items.filter(({ orderId }) => orderId === order.id);
    const [asked] = await house.until("the round", async () => {
      const items = await pending(desk.client);
      return items.length > 0 && items;
    });
    assert.deepEqual(
      [asked?.title, asked?.bookingId, asked?.subjectId],
      ["A logo drawn by hand", null, desk.seller.id],
    );
    for (const person of [desk.client, desk.seller])
      await desk.mail(person, "How did the work go? A logo drawn by hand");
    await review(desk.client, order.id);
    assert.deepEqual(await pending(desk.client), []);
    assert.equal((await pending(desk.seller)).length, 1);
  });

  it("is replied to once, by whom it is about; 404 before it is published and for anybody else", async () => {
    const order = await completed();
    const { id } = await review(desk.client, order.id, { ratings: good, text: "Came late." });
    const reply = (person: Person) =>
      house.refused("reviews.replyToReview", { id, text: "By an hour." }, person);
    assert.equal(await reply(desk.seller), "404 request.not_found");
    await review(desk.seller, order.id, { stars: 4 });
    assert.equal(await reply(desk.client), "404 request.not_found");
    assert.equal(
      await house.refused("reviews.replyToReview", { id, text: " " }, desk.seller),
      "400 request.invalid_input",
    );
    const answered = await house.ok<{ reply: { text: string } }>(
      "reviews.replyToReview",
      { id, text: "By an hour." },
      desk.seller,
    );
    assert.equal(answered.reply.text, "By an hour.");
    assert.equal(await reply(desk.seller), "409 reviews.already_replied");
    const shown = (await ofGig()).items.find((item) => item.id === id);
    assert.equal(shown?.reply?.text, "By an hour.");
  });

  it("whoever replies against the site's rules has a case, not whoever wrote the review", async () => {
    const safety = { words: { list: ["swindler"] } };
    const own = await GigDesk.sell(house, { settings: { safety, reviews: { waitDays: 0 } } });
    const order = await own.bought();
    await own.deliver(order);
    await own.call(own.client, "acceptOrder", { id: order.id });
    await own.becomes(order, "completed");
    const { id } = await review(own.client, order.id);
    await house.ok("reviews.replyToReview", { id, text: "You swindler." }, own.seller);
    const cases = await own.as(
      { kind: "system", cause: "test" },
      (scope) => scope.sql<{ authorId: string }>`
      select author_id from moderation_cases where tenant_id = ${scope.tenant.id} and subject_id = ${id}`,
    );
    assert.deepEqual(cases, [{ authorId: own.seller.id }]);
  });

  it("400 a list of nobody's and nothing's, or of both", async () => {
    const both = { personId: desk.seller.id, gigId: desk.gig.id };
    for (const wrong of [{}, both])
      assert.equal(
        await house.refused("reviews.listReviews", wrong, { headers: desk.visitor }),
        "400 request.invalid_input",
      );
  });

  it("rates by what the site chose", async () => {
    const speed = { name: "speed", labels: { en: "Speed" } };
    const own = await GigDesk.sell(house, { settings: { reviews: { dimensions: { gig: [speed] } } } });
    const order = await own.bought();
    await own.deliver(order);
    await own.call(own.client, "acceptOrder", { id: order.id });
    await own.becomes(order, "completed");
    assert.equal(await refused(own.client, order.id), "400 request.invalid_input");
    assert.equal((await review(own.client, order.id, { ratings: { speed: 3 } })).average, 3);
  });
});
