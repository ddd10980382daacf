import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse } from "../../../test/house.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { days, hours, plus } from "../../platform/time.ts";
import { OrderDesk, type Person } from "../orders/testing.ts";
import { Booking } from "../scheduling/models/booking.ts";
import { buildBooking, buildMember } from "../scheduling/testing.ts";
import { complete } from "../scheduling/bookings/changes.ts";
import { addPastReview } from "./add-past-review.ts";
import { personalData } from "./personal-data.ts";
import { sessionToReview } from "./reviewable.ts";

interface ReviewAnswer {
  readonly id: string;
  readonly average: number;
  readonly authorName: string;
  readonly text: string;
  readonly publishedAt: string | null;
}
interface Page {
  readonly items: ReviewAnswer[];
  readonly nextCursor: string | null;
  readonly averages: Readonly<Record<keyof typeof good, number>> | null;
}

const system = { kind: "system", cause: "test" } as const;
const good = { knowledge: 5, communication: 4, professionalism: 4 };

describe("reviews", () => {
  let house: TestHouse;
  let desk: OrderDesk;
  let at = 1;
  before(async () => {
    house = await TestHouse.open();
    desk = await OrderDesk.open(house);
  });
  after(() => house.close());

  /** A session of the coach with somebody; completed unless told. */
  async function session({ isCompleted = true } = {}): Promise<{ id: string; client: Person }> {
    const startsAt = await desk.slot((at += 1));
    const made = await desk.as(system, async (scope) => {
      const { id: clientId, email } = await buildMember(scope, { name: "Ann Baker" });
      const { id } = await buildBooking(scope, desk.offer, { clientId, startsAt });
      const headers = { ...desk.office, "Tessera-Acting-For": clientId };
      return { id, client: { id: clientId, email, headers } };
    });
    if (isCompleted) {
      const finish = async (scope: Scope) => {
        const booking = (await scope.query(Booking).findOne({ id: made.id }).forUpdate())!;
        await complete(scope, booking, "system");
      };
      await desk.as(system, finish, plus(startsAt, hours(1)));
    }
    return made;
  }
  const review = (person: Person, bookingId: string, more: object = {}) =>
    house.ok<ReviewAnswer>("reviews.createReview", { bookingId, ratings: good, ...more }, person);
  const refused = (person: Person, bookingId: string, more: object = {}) =>
    house.refused("reviews.createReview", { bookingId, ratings: good, ...more }, person);
  const listed = async (personId: string, more: object = {}) =>
    house.ok<Page>("reviews.listReviews", { personId, ...more }, { headers: desk.visitor });
  const rating = async () => {
    const { rating: average, ratingCount } = await house.ok<{ rating: number | null; ratingCount: number }>(
      "people.getPerson",
      { id: desk.coach.id },
      { headers: desk.visitor },
    );
    return [average, ratingCount];
  };

  it("409 before the session is completed", async () => {
    const { id, client } = await session({ isCompleted: false });
    assert.equal(await refused(client, id), "409 reviews.not_completed");
  });

  it("400 a rating of 6, of 0, of 4.5 or none", async () => {
    const { id, client } = await session();
    for (const knowledge of [6, 0, 4.5, null, "5"])
      assert.equal(
        await refused(client, id, { ratings: { ...good, knowledge } }),
        "400 request.invalid_input",
      );
  });

  it("404 somebody else's session, and none", async () => {
    const { id } = await session();
    const other = await session();
    assert.equal(await refused(other.client, id), "404 request.not_found");
    assert.equal(
      await refused(other.client, "0195f000-0000-7000-8000-000000000000"),
      "404 request.not_found",
    );
  });

  it("waits for the other side; both are published together and counted; 409 a second time", async () => {
    assert.deepEqual(await rating(), [null, 0]);
    const { id, client } = await session();
    const first = await review(client, id, { text: "Asked what nobody asks." });
    assert.equal(first.publishedAt, null);
    assert.equal(await refused(client, id), "409 reviews.already_reviewed");
    const none = await listed(desk.coach.id);
    assert.deepEqual([none.items, none.averages], [[], null]);
    const received = await house.ok<Page>("reviews.listOwnReviews", { direction: "received" }, desk.coach);
    assert.deepEqual(received.items, []);
    assert.deepEqual(await rating(), [null, 0]);

    const second = await review(desk.coach, id, {
      ratings: { knowledge: 5, communication: 5, professionalism: 5 },
    });
    assert.ok(second.publishedAt);
    const { items, averages } = await listed(desk.coach.id);
    const [shown] = items;
    assert.deepEqual(averages, good);
    assert.deepEqual(
      [shown?.authorName, shown?.average, shown?.text],
      ["Ann B.", 4.33, "Asked what nobody asks."],
    );
    assert.ok(!("authorId" in shown!) && !("bookingId" in shown!));
    assert.equal((await listed(client.id)).items.length, 1);
    assert.deepEqual(await rating(), [4.33, 1]);
  });

  it("both at the same moment see each other", async () => {
    const [, before_] = await rating();
    const { id, client } = await session();
    await Promise.all([review(client, id), review(desk.coach, id)]);
    assert.deepEqual((await rating())[1], Number(before_) + 1);
    assert.equal((await listed(client.id)).items.length, 1);
  });

  it("one review of many clicks", async () => {
    const { id, client } = await session();
    const answers = await Promise.all(Array.from({ length: 8 }, () => refused(client, id)));
    assert.equal(answers.filter((answer) => answer === "409 reviews.already_reviewed").length, 7);
  });

  it("is published alone after a week", async () => {
    const { id, client } = await session();
    const [, counted] = await rating();
    await review(client, id, { text: "Late but true" });
    await desk.until(plus(await desk.now(), days(7) - hours(1)));
    assert.equal((await rating())[1], counted);
    await desk.until(plus(await desk.now(), hours(2)));
    assert.ok((await listed(desk.coach.id)).items.some(({ text }) => text === "Late but true"));
    const answer = await review(desk.coach, id);
    assert.ok(answer.publishedAt, "nothing is left to wait for");
  });

  it("says what is still to be reviewed, and pages what was", async () => {
    const { id, client } = await session();
    const pending = () =>
      house.ok<{ items: { bookingId: string; subjectId: string }[] }>(
        "reviews.listPendingReviews",
        {},
        client,
      );
    const asked = await house.until("the round", async () => (await pending()).items[0]);
    assert.deepEqual([asked.bookingId, asked.subjectId], [id, desk.coach.id]);
    await review(client, id);
    await review(desk.coach, id);
    assert.deepEqual((await pending()).items, []);
    const seen: string[] = [];
    for (let cursor: string | null = null; ;) {
      const page: Page = await listed(desk.coach.id, { limit: 2, ...(cursor && { cursor }) });
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
      if (cursor === null) break;
    }
    assert.equal(seen.length, (await rating())[1]);
    assert.equal(new Set(seen).size, seen.length);
  });

  it("hidden by the team it counts no more; 403 for members; restored it counts again", async () => {
    const { id, client } = await session();
    const { id: reviewId } = await review(client, id, {
      ratings: { knowledge: 1, communication: 1, professionalism: 1 },
      text: "Rude words",
    });
    await review(desk.coach, id);
    const shown = await rating();
    assert.equal(
      await house.refused("reviews.hideReview", { id: reviewId, reason: "Rude" }, client),
      "403 request.forbidden",
    );
    await house.ok("reviews.hideReview", { id: reviewId, reason: "Rude" }, { headers: desk.office });
    const [better, fewer] = await rating();
    assert.ok(Number(better) > Number(shown[0]));
    assert.equal(fewer, Number(shown[1]) - 1);
    assert.ok(!(await listed(desk.coach.id)).items.some((item) => item.id === reviewId));
    const hidden = await house.ok<Page>(
      "reviews.listSiteReviews",
      { state: "hidden" },
      { headers: desk.office },
    );
    assert.deepEqual(
      hidden.items.map((item) => item.id),
      [reviewId],
    );
    await house.ok("reviews.restoreReview", { id: reviewId }, { headers: desk.office });
    assert.deepEqual(await rating(), shown);
    const actions = await desk.as(
      system,
      (scope) => scope.sql<{ action: string }>`
        select action from audit_entries where tenant_id = ${scope.tenant.id} and entity_id = ${reviewId} order by id`,
    );
    assert.deepEqual(actions.map(({ action }) => action).toSorted(), [
      "reviews.hide_review",
      "reviews.restore_review",
    ]);
  });

  it("what was said before the site came is read and counts, once for each side", async () => {
    const { id, client } = await session();
    const [, counted] = await rating();
    const booking = (await desk.as(system, async (scope) => scope.query(Booking).findOne({ id })))!;
    const said = { authorId: client.id, ratings: good, text: "Known for years" };
    const answer = { authorId: desk.coach.id, ratings: good, text: "Likewise" };
    for (const review_ of [said, answer])
      await desk.as(system, (scope) => addPastReview(scope, sessionToReview(booking), review_));
    assert.equal((await rating())[1], Number(counted) + 1);
    assert.ok((await listed(desk.coach.id)).items.some(({ text }) => text === "Known for years"));
    assert.equal((await listed(client.id)).items.length, 1);
    assert.equal(await refused(client, id), "409 reviews.already_reviewed");
    await assert.rejects(
      desk.as(system, (scope) => addPastReview(scope, sessionToReview(booking), said)),
      /duplicate key/,
    );
  });

  it("exports what somebody wrote; erased, the words are gone and the ratings stay", async () => {
    const { id, client } = await session();
    await review(client, id, { text: "Only mine" });
    const exported = await desk.as(system, (scope) => personalData.export(scope, client.id));
    assert.match(JSON.stringify(exported), /Only mine/);
    await desk.as(system, (scope) => personalData.erase(scope, client.id));
    const { given } = (await desk.as(system, (scope) => personalData.export(scope, client.id))) as {
      given: { text: string; ratings: { knowledge: number } }[];
    };
    assert.deepEqual(
      given.map(({ text, ratings }) => [text, ratings.knowledge]),
      [["", 5]],
    );
  });

  it("leaves no bug behind", () => assert.deepEqual(house.bugs, []));
});
