import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse } from "../../../test/house.ts";
import { wallClock } from "../../platform/clock.ts";
import { newId } from "../../platform/ids.ts";
import { announce } from "../../platform/outbox/announce.ts";
import { hours, minutes, plus } from "../../platform/time.ts";
import { Hold } from "../scheduling/models/hold.ts";
import { Order } from "./models/order.ts";
import { personalData } from "./personal-data.ts";
import { anotherClient, chargebackOf, type OrderAnswer, OrderDesk, type Person } from "./testing.ts";

let house: TestHouse;
let desk: OrderDesk;
let days = 1;
before(async () => {
  house = await TestHouse.open();
  desk = await OrderDesk.open(house);
});
after(async () => {
  await house.close();
  assert.deepEqual(house.bugs, []);
});

const system = { kind: "system", cause: "test" } as const;
const page = "http://localhost:4321/booking";

/** A time of its own for every test. */
const nextSlot = () => desk.slot((days += 1));
const actionsOf = ({ actions }: OrderAnswer) => actions.map(({ name }) => name);

describe("placing an order", () => {
  it("200 keeps what was bought: lines, total, until when to pay, note and campaign", async () => {
    const holdId = await desk.hold(await nextSlot());
    const utm = { utm_source: "newsletter", utm_campaign: "spring" };
    const placed = await desk.call<OrderAnswer & Record<string, unknown>>(desk.client, "placeOrder", {
      holdId,
      utm,
      note: " I am nervous ",
      pageUrl: page,
    });
    assert.equal(placed.state, "awaiting_payment");
    assert.equal(placed.bookingId, holdId);
    assert.deepEqual(placed["lines"], [{ title: "First talk", quantity: 1, amountMinor: 4_501 }]);
    assert.deepEqual([placed.totalMinor, placed["currency"]], [4_501, "EUR"]);
    assert.ok(placed.payUntil && new Date(placed.payUntil) > (await desk.now()));
    const own = await desk.call<OrderAnswer & Record<string, unknown>>(desk.client, "getOrder", {
      id: placed.id,
    });
    assert.match(own.number, /^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    assert.deepEqual(actionsOf(own), ["pay", "cancel"]);
    assert.deepEqual([own["note"], own["utm"]], ["I am nervous", null]);
    const stored = await desk.as(system, async (scope) => scope.query(Order).findOne({ id: placed.id }));
    const office = await desk.call<{ utm: object }>({ headers: desk.office }, "getOrder", { id: placed.id });
    assert.deepEqual(office.utm, utm);
    assert.equal(stored?.pageUrl, page);
  });

  it("200 the same hold is the same order, also when it is asked for many times at once", async () => {
    const holdId = await desk.hold(await nextSlot());
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => desk.call(desk.client, "placeOrder", { holdId })),
    );
    assert.equal(new Set(answers.map(({ id }) => id)).size, 1);
    const again = await desk.call(desk.client, "placeOrder", { holdId });
    assert.equal(again.id, answers[0]!.id);
  });

  it("404 somebody else's hold; 410 one that is over; 401 a visitor", async () => {
    const holdId = await desk.hold(await nextSlot());
    const other = await anotherClient(desk);
    assert.equal(await desk.refused(other, "placeOrder", { holdId }), "404 request.not_found");
    assert.equal(
      await desk.refused(desk.client, "placeOrder", { holdId: newId(wallClock()) }),
      "404 request.not_found",
    );
    assert.equal(
      await desk.refused({ headers: desk.visitor }, "placeOrder", { holdId }),
      "401 request.unauthenticated",
    );
    await desk.call(desk.client, "placeOrder", { holdId });
    assert.equal(await desk.refused(other, "placeOrder", { holdId }), "404 request.not_found");
    const late = await desk.hold(await nextSlot());
    await desk.wait(31);
    assert.equal(
      await desk.refused(desk.client, "placeOrder", { holdId: late }),
      "410 scheduling.hold_ended",
    );
  });

  it("409 a host who kept a time of their own before signing in", async () => {
    const holdId = await desk.hold(await nextSlot());
    await desk.as(system, async (scope) => {
      await scope.query(Hold).where({ id: holdId }).patch({ memberId: desk.coach.id });
    });
    assert.equal(await desk.refused(desk.coach, "placeOrder", { holdId }), "409 orders.own_session");
  });

  it("400 card data, foreign pages, prices and wrong types", async () => {
    const holdId = newId(wallClock());
    const wrong: object[] = [
      { holdId, cardNumber: "4242 4242 4242 4242" },
      { holdId, amountMinor: 1 },
      { holdId, pageUrl: "https://evil.example/" },
      { holdId, utm: { source: "x" } },
      { holdId, utm: null },
      { holdId, note: false },
      { holdId: "" },
      { holdId: [] },
      {},
    ];
    // The page is looked at once the hold is found.
    const real = await desk.hold(await nextSlot());
    for (const input of wrong.map((each) => ("pageUrl" in each ? { ...each, holdId: real } : each))) {
      const answer = await desk.refused(desk.client, "placeOrder", input);
      assert.equal(answer, "400 request.invalid_input", JSON.stringify(input));
    }
  });
});

describe("seeing orders", () => {
  it("200 buyer, seller and the site's people, each with what they can do", async () => {
    const order = await desk.paid(await nextSlot());
    assert.deepEqual(actionsOf(order), ["cancel", "propose_move"]);
    const coach = await desk.look(order, desk.coach);
    assert.deepEqual([coach.role, actionsOf(coach)], ["provider", ["cancel", "propose_move"]]);
    const office = await house.ok<OrderAnswer>("orders.getOrder", { id: order.id }, { headers: desk.office });
    assert.deepEqual([office.role, actionsOf(office)], ["operator", ["cancel", "refund", "move"]]);
  });

  it("404 a third member, another tenant's people, a random id: every operation", async () => {
    const order = await desk.paid(await nextSlot());
    const stranger = await anotherClient(desk);
    const elsewhere = await OrderDesk.open(house);
    const id = order.id;
    const startsAt = (await nextSlot()).toISOString();
    const calls: [string, object][] = [
      ["getOrder", { id }],
      ["payOrder", { id, returnUrl: page }],
      ["cancelOrder", { id }],
      ["completeOrder", { id }],
      ["acceptOrder", { id }],
      ["markAbsent", { id, who: "provider" }],
      ["proposeMove", { id, startsAt }],
      ["answerMove", { id, accept: true }],
      ["disputeOrder", { id, reason: "no" }],
      ["answerDispute", { id, reason: "no" }],
      ["withdrawDispute", { id }],
      ["concedeDispute", { id }],
    ];
    for (const [operation, input] of calls) {
      for (const person of [stranger, elsewhere.client]) {
        assert.equal(await desk.refused(person, operation, input), "404 request.not_found", operation);
      }
      const random = { ...input, id: newId(wallClock()) };
      assert.equal(await desk.refused(desk.client, operation, random), "404 request.not_found", operation);
    }
    const office = { headers: elsewhere.office };
    const reason = "no";
    for (const [operation, input] of [
      ["getOrder", { id }],
      ["cancelOrder", { id, reason }],
      ["refundOrder", { id, amountMinor: 1, reason }],
      ["moveOrder", { id, startsAt }],
      ["ruleDispute", { id, refundShare: 1, reason }],
    ] as const) {
      assert.equal(await desk.refused(office, operation, input), "404 request.not_found", operation);
    }
    assert.equal((await desk.look(order)).state, "confirmed");
  });

  it("404 the seller cannot pay; 403 members cannot do what the team does", async () => {
    const order = await desk.place(await nextSlot());
    assert.equal(
      await desk.refused(desk.coach, "payOrder", { id: order.id, returnUrl: page }),
      "404 request.not_found",
    );
    const move = { id: order.id, startsAt: (await nextSlot()).toISOString() };
    assert.equal(await desk.refused(desk.coach, "moveOrder", move), "403 request.forbidden");
    const ruling = { id: order.id, refundShare: 10_000, reason: "mine" };
    assert.equal(await desk.refused(desk.client, "ruleDispute", ruling), "403 request.forbidden");
  });

  it("200 lists a member's own, newest first, page by page; the site's people see all", async () => {
    const other = await OrderDesk.open(house);
    const placed: string[] = [];
    for (const day of [2, 3, 4]) placed.unshift((await other.place(await other.slot(day))).id);
    const list = (person: Pick<Person, "headers">, input: object) =>
      other.call<{ items: OrderAnswer[]; nextCursor: string | null }>(person, "listOrders", input);
    const first = await list(other.client, { limit: 2 });
    assert.deepEqual(
      first.items.map(({ id }) => id),
      placed.slice(0, 2),
    );
    const rest = await list(other.client, { limit: 2, cursor: first.nextCursor });
    assert.deepEqual(
      rest.items.map(({ id }) => id),
      placed.slice(2),
    );
    assert.equal(rest.nextCursor, null);
    assert.equal((await list(other.client, { as: "seller" })).items.length, 0);
    assert.equal((await list(other.coach, { as: "seller" })).items.length, 3);
    assert.equal((await list({ headers: other.office }, {})).items.length, 3);
    assert.equal((await list(await anotherClient(other), {})).items.length, 0);
    const [{ number }] = first.items as [OrderAnswer];
    const found = await list({ headers: other.office }, { number: number.toLowerCase().replace("-", " ") });
    assert.deepEqual(
      found.items.map((order) => order.number),
      [number],
    );
    assert.equal((await list({ headers: other.office }, { states: ["confirmed"] })).items.length, 0);
    assert.equal((await list({ headers: other.office }, { number: "no number" })).items.length, 0);
    assert.equal(
      await desk.refused(desk.client, "listOrders", { cursor: first.nextCursor }),
      "400 request.invalid_input",
    );
  });
});

describe("paying", () => {
  it("200 the same open page again, also when it is asked for many times at once", async () => {
    const order = await desk.place(await nextSlot());
    const pages = await Promise.all(Array.from({ length: 8 }, () => desk.enter(order)));
    assert.equal(new Set(pages).size, 1);
    assert.equal(await desk.enter(order), pages[0]);
  });

  it("400 without a key, and a way back to a foreign site", async () => {
    const { id } = await desk.place(await nextSlot());
    const bare = await house.refused(
      "orders.payOrder",
      { id, returnUrl: page },
      { headers: desk.client.headers },
    );
    assert.equal(bare, "400 request.idempotency_key_required");
    const away = { id, returnUrl: "https://evil.example/" };
    assert.equal(await desk.refused(desk.client, "payOrder", away), "400 money.return_url_not_allowed");
  });

  it("200 the way back tells the order once", async () => {
    const order = await desk.place(await nextSlot());
    const url = await desk.enter(order);
    const back = new URL((await desk.choose(url, "paid")) ?? "");
    const code = back.searchParams.get("tessera_return")!;
    assert.equal(back.origin, "http://localhost:4321");
    const visitor = { headers: desk.visitor };
    const told = await desk.call<{ order: OrderAnswer; payment: { status: string } }>(
      visitor,
      "redeemReturn",
      { code },
    );
    assert.equal(told.order.id, order.id);
    assert.equal(await desk.refused(visitor, "redeemReturn", { code }), "410 money.return_code_invalid");
    await desk.becomes(order, "confirmed");
  });

  it("409 an order that is paid, cancelled or expired", async () => {
    const paid = await desk.paid(await nextSlot());
    const pay = (id: string) => desk.refused(desk.client, "payOrder", { id, returnUrl: page });
    assert.equal(await pay(paid.id), "409 orders.not_possible");
    const cancelled = await desk.place(await nextSlot());
    await desk.call(desk.client, "cancelOrder", { id: cancelled.id });
    assert.equal(await pay(cancelled.id), "409 orders.not_possible");
  });

  it("a declined card leaves the order waiting, the next one pays it", async () => {
    const order = await desk.place(await nextSlot());
    await desk.pay(order, "declined");
    assert.equal((await desk.look(order)).state, "awaiting_payment");
    await desk.pay(order, "paid");
    await desk.becomes(order, "confirmed");
  });

  it("a session the buyer's bank takes back is frozen for somebody to look at", async () => {
    const other = await OrderDesk.open(house);
    const startsAt = await other.slot();
    const order = await other.paid(startsAt);
    await other.until(plus(startsAt, hours(2)));
    await other.as(system, (scope) =>
      announce(scope, "payment.disputed", chargebackOf(other, order, "open")),
    );
    await house.until("a task", async () => (await other.tasks(order.id)).includes("orders.chargeback"));
    await other.wait(3_000);
    assert.equal((await other.look(order)).state, "completed");
    assert.equal((await other.purse(order)).escrow, 4_501);
  });
});

describe("moving", () => {
  it("the agreed time stays until the other side accepts, then both and the reminders move", async () => {
    const from = await nextSlot();
    const to = plus(from, hours(2));
    const order = await desk.paid(from);
    const proposed = await desk.call(desk.client, "proposeMove", {
      id: order.id,
      startsAt: to.toISOString(),
    });
    assert.deepEqual(proposed.proposal, { by: "client", startsAt: to.toISOString() });
    assert.equal((await bookingOf(order)).startsAt, from.toISOString());
    assert.equal(
      await desk.refused(desk.client, "answerMove", { id: order.id, accept: true }),
      "409 orders.not_possible",
    );
    const stale = { id: order.id, accept: true, startsAt: from.toISOString() };
    assert.equal(await desk.refused(desk.coach, "answerMove", stale), "409 request.conflict");
    const accepted = await desk.call(desk.coach, "answerMove", { ...stale, startsAt: to.toISOString() });
    assert.equal(accepted.proposal, null);
    assert.equal((await bookingOf(order)).startsAt, to.toISOString());
    const timers = await desk.as(
      system,
      (scope) => scope.sql<{ dueAt: Date }>`
      select due_at from timers where tenant_id = ${scope.tenant.id} and subject_id = ${order.bookingId}
        and kind = 'scheduling.remind_booking' and state = 'pending' order by due_at desc limit 1`,
    );
    assert.deepEqual(timers, [{ dueAt: plus(to, -minutes(15)) }]);
  });

  it("declined or taken back it stays; a new time outside the hours cannot be proposed", async () => {
    const from = await nextSlot();
    const order = await desk.paid(from);
    const propose = (person: Person, at: Date) =>
      desk.call(person, "proposeMove", { id: order.id, startsAt: at.toISOString() });
    await propose(desk.coach, plus(from, hours(1)));
    await desk.call(desk.client, "answerMove", { id: order.id, accept: false });
    await propose(desk.client, plus(from, hours(1)));
    const withdrawn = await desk.call(desk.client, "answerMove", { id: order.id, accept: false });
    assert.equal(withdrawn.proposal, null);
    assert.equal((await bookingOf(order)).startsAt, from.toISOString());
    const night = { id: order.id, startsAt: plus(from, hours(11)).toISOString() };
    assert.equal(await desk.refused(desk.client, "proposeMove", night), "409 scheduling.slot_not_offered");
    const past = { id: order.id, startsAt: "2020-01-01T12:00:00Z" };
    assert.equal(await desk.refused(desk.coach, "proposeMove", past), "400 request.invalid_input");
  });

  it("409 the proposed time was sold meanwhile; the order stays as it was", async () => {
    const from = await nextSlot();
    const to = plus(from, hours(2));
    const order = await desk.paid(from);
    await desk.call(desk.client, "proposeMove", { id: order.id, startsAt: to.toISOString() });
    await desk.place(to, await anotherClient(desk));
    const answer = { id: order.id, accept: true };
    assert.equal(await desk.refused(desk.coach, "answerMove", answer), "409 scheduling.slot_taken");
    assert.equal((await desk.look(order)).proposal?.by, "client");
    assert.equal((await bookingOf(order)).startsAt, from.toISOString());
  });

  const bookingOf = ({ bookingId }: OrderAnswer) =>
    house.ok<{ startsAt: string }>(
      "scheduling.getBooking",
      { id: bookingId },
      { headers: desk.client.headers },
    );
});

it("a member's data can be taken along, keeps them from being erased while orders run, and is forgotten", async () => {
  const other = await OrderDesk.open(house);
  const startsAt = await other.slot();
  const order = await other.paid(startsAt);
  await other.as(system, async (scope) => {
    await scope.query(Order).where({ id: order.id }).patch({ note: "call me Al" });
  });
  const blockers = () => other.as(system, (scope) => personalData.blockers(scope, other.client.id));
  assert.equal((await blockers()).length, 1);
  await other.until(plus(startsAt, minutes(55)));
  await other.call(other.coach, "completeOrder", { id: order.id });
  await other.call(other.client, "disputeOrder", { id: order.id, reason: "Al was late" });
  await other.call(other.coach, "concedeDispute", { id: order.id });
  assert.deepEqual(await blockers(), []);
  const taken = () => other.as(system, (scope) => personalData.export(scope, other.client.id));
  assert.match(JSON.stringify(await taken()), /call me Al.*Al was late/);
  await other.as(system, (scope) => personalData.erase(scope, other.client.id));
  assert.doesNotMatch(JSON.stringify(await taken()), /Al\b/);
});
