import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse } from "../../../../test/house.ts";
import { hours, minutes, plus } from "../../../platform/time.ts";
import { anotherClient, type OrderAnswer, OrderDesk } from "../testing.ts";

let house: TestHouse;
before(async () => {
  house = await TestHouse.open();
});
after(async () => {
  await house.close();
  assert.deepEqual(house.bugs, []);
});

/** The price, what the site keeps of it and what the coach earns. */
const price = 4_501;
const fee = 450;

/** At an end the escrow is empty, nothing waits in clearing, and the whole ledger adds up to nothing. */
async function isOver(desk: OrderDesk, order: OrderAnswer, books: Record<string, number>): Promise<void> {
  await house.until("the books to be closed", async () => {
    const now = await desk.books();
    return JSON.stringify(now) === JSON.stringify(books);
  });
  const { escrow } = await desk.purse(order);
  assert.equal(escrow, 0);
  const sum = Object.values(books).reduce((total, minor) => total + minor, 0);
  assert.equal(sum, 0);
}

describe("a session that takes place", () => {
  it("is paid, ends by itself, and is released a day later less the fee", async () => {
    const desk = await OrderDesk.open(house);
    const startsAt = await desk.slot();
    const order = await desk.paid(startsAt);
    assert.deepEqual(await desk.purse(order), { escrow: price, seller: 0, fees: 0 });
    await desk.until(plus(startsAt, minutes(30)));
    assert.equal((await desk.look(order)).state, "in_session");
    await desk.until(plus(startsAt, hours(2)));
    assert.equal((await desk.look(order)).state, "completed");
    assert.deepEqual(await desk.purse(order), { escrow: price, seller: 0, fees: 0 });
    await desk.until(plus(startsAt, hours(26)));
    assert.equal((await desk.look(order)).state, "settled");
    assert.deepEqual(await desk.purse(order), { escrow: 0, seller: price - fee, fees: fee });
    await isOver(desk, order, { available: price - fee, fees: fee, gateway: -price });
  });

  it("is completed by the coach, not by the client, and accepted by the client at once", async () => {
    const desk = await OrderDesk.open(house);
    const startsAt = await desk.slot();
    const order = await desk.paid(startsAt);
    await desk.until(plus(startsAt, minutes(55)));
    assert.equal(await desk.refused(desk.client, "completeOrder", { id: order.id }), "403 orders.not_by_you");
    await desk.call(desk.coach, "completeOrder", { id: order.id });
    assert.equal((await desk.call(desk.client, "acceptOrder", { id: order.id })).state, "settled");
    await isOver(desk, order, { available: price - fee, fees: fee, gateway: -price });
  });

  it("keeps the fee and the terms it was ordered with", async () => {
    const desk = await OrderDesk.open(house, { settings: { money: { feeBasisPoints: 2_000 } } });
    const startsAt = await desk.slot();
    const order = await desk.paid(startsAt);
    await desk.as(
      { kind: "system", cause: "test" },
      (scope) => scope.sql`
      update tenants set settings = '{"money":{"feeBasisPoints":0},"scheduling":{"cancellation":{"client":[]}}}'
      where id = ${scope.tenant.id}`,
    );
    const { refundMinor } = await desk.call<{ refundMinor: number }>(desk.client, "cancelOrder", {
      id: order.id,
      dryRun: true,
    });
    assert.equal(refundMinor, price);
    await desk.until(plus(startsAt, hours(26)));
    assert.deepEqual(await desk.purse(order), { escrow: 0, seller: 3_601, fees: 900 });
  });

  it("skips paying when it is free", async () => {
    const desk = await OrderDesk.open(house, { offer: { amountMinor: 0 } });
    const startsAt = await desk.slot();
    const order = await desk.place(startsAt);
    assert.equal(order.state, "confirmed");
    assert.equal(order.payUntil, null);
    const pay = { id: order.id, returnUrl: "http://localhost:4321/" };
    assert.equal(await desk.refused(desk.client, "payOrder", pay), "409 orders.nothing_to_pay");
    await desk.until(plus(startsAt, hours(26)));
    assert.equal((await desk.look(order)).state, "settled");
    await isOver(desk, order, {});
  });
});

describe("a session that is called off", () => {
  it("by the client in time goes back whole, through the gateway", async () => {
    const desk = await OrderDesk.open(house);
    const order = await desk.paid();
    const cancelled = await desk.call<{ order: OrderAnswer; refundMinor: number }>(
      desk.client,
      "cancelOrder",
      {
        id: order.id,
        reason: "ill",
      },
    );
    assert.equal(cancelled.refundMinor, price);
    assert.deepEqual([cancelled.order.state, cancelled.order.refundedMinor], ["cancelled", price]);
    await isOver(desk, order, {});
  });

  it("by the client late goes back in half, as the dry run said", async () => {
    const desk = await OrderDesk.open(house);
    const startsAt = await desk.slot();
    const order = await desk.paid(startsAt);
    await desk.until(plus(startsAt, -hours(5)));
    const ask = (dryRun: boolean) =>
      desk.call<{ refundMinor: number; keptMinor: number }>(desk.client, "cancelOrder", {
        id: order.id,
        dryRun,
      });
    const asked = await ask(true);
    assert.equal((await desk.look(order)).state, "confirmed");
    const done = await ask(false);
    assert.deepEqual([asked.refundMinor, asked.keptMinor], [2_251, 2_250]);
    assert.deepEqual([done.refundMinor, done.keptMinor], [2_251, 2_250]);
    await isOver(desk, order, { available: 2_025, fees: 225, gateway: -2_250 });
  });

  it("by the coach goes back whole, however late", async () => {
    const desk = await OrderDesk.open(house);
    const startsAt = await desk.slot();
    const order = await desk.paid(startsAt);
    await desk.until(plus(startsAt, -minutes(10)));
    await desk.call(desk.coach, "cancelOrder", { id: order.id });
    await isOver(desk, order, {});
  });

  it("by the site's team goes back as they say", async () => {
    const desk = await OrderDesk.open(house);
    const order = await desk.paid();
    const office = { headers: desk.office };
    const asked = { id: order.id, refundShare: 7_500, reason: "fire alarm" };
    assert.equal(
      await desk.refused(desk.client, "cancelOrder", { id: order.id, refundShare: 10_000 }),
      "400 request.invalid_input",
    );
    const whole = await desk.call<{ refundMinor: number }>(office, "cancelOrder", {
      id: order.id,
      dryRun: true,
    });
    assert.equal(whole.refundMinor, price, "a dry run asks for no reason");
    assert.equal(
      await desk.refused(office, "cancelOrder", { id: order.id }),
      "400 request.invalid_input",
      "calling off does",
    );
    const { refundMinor } = await desk.call<{ refundMinor: number }>(office, "cancelOrder", asked);
    assert.equal(refundMinor, 3_376);
    await isOver(desk, order, { available: 1_012, fees: 113, gateway: -1_125 });
  });

  it("is not called off by its people once it has begun", async () => {
    const desk = await OrderDesk.open(house);
    const startsAt = await desk.slot();
    const order = await desk.paid(startsAt);
    await desk.until(plus(startsAt, minutes(1)));
    assert.equal(await desk.refused(desk.client, "cancelOrder", { id: order.id }), "409 orders.not_possible");
  });

  it("frees the time, and a refund the gateway refuses waits for a person with its money in clearing", async () => {
    const desk = await OrderDesk.open(house);
    const startsAt = await desk.slot();
    const order = await desk.place(startsAt);
    await desk.pay(order, "refund_fails");
    await desk.becomes(order, "confirmed");
    await desk.call(desk.client, "cancelOrder", { id: order.id });
    await house.until("somebody to be told of the refund", async () => {
      const rows = await desk.as(
        { kind: "system", cause: "test" },
        (scope) => scope.sql<{ kind: string }>`
        select kind from operator_tasks where tenant_id = ${scope.tenant.id} and state = 'open'`,
      );
      return rows.some(({ kind }) => kind.startsWith("money."));
    });
    const books = await desk.books();
    assert.deepEqual(books, { clearing: price, gateway: -price });
    assert.equal((await desk.purse(order)).escrow, 0);
    const other = await desk.place(startsAt, await anotherClient(desk));
    assert.equal(other.state, "awaiting_payment");
  });
});

describe("a session that is not paid in time", () => {
  it("expires, frees the time, and nothing was ever held", async () => {
    const desk = await OrderDesk.open(house);
    const startsAt = await desk.slot();
    const order = await desk.place(startsAt);
    await desk.wait(31);
    assert.equal((await desk.look(order)).state, "expired");
    await desk.place(startsAt, await anotherClient(desk));
    await isOver(desk, order, {});
  });

  it("waits until five minutes after the pay page has closed, once", async () => {
    const desk = await OrderDesk.open(house);
    const order = await desk.place();
    const placedAt = await desk.now();
    await desk.wait(20);
    await desk.enter(order);
    await desk.until(plus(placedAt, minutes(53)));
    assert.equal((await desk.look(order)).state, "awaiting_payment");
    await desk.enter(order);
    await desk.until(plus(placedAt, minutes(56)));
    assert.equal((await desk.look(order)).state, "expired");
  });

  /** Pays with money that is on its way for longer than the time is kept; answers when it will have arrived. */
  async function payTooLate(desk: OrderDesk, order: OrderAnswer): Promise<Date> {
    await desk.pay(order, "late");
    const paidAt = await desk.now();
    await desk.until(plus(paidAt, minutes(40)));
    assert.equal((await desk.look(order)).state, "expired");
    return plus(paidAt, hours(3));
  }

  it("is confirmed by a late payment when the time can still be had", async () => {
    const desk = await OrderDesk.open(house);
    const order = await desk.place();
    await desk.until(await payTooLate(desk, order));
    await desk.becomes(order, "confirmed");
    assert.deepEqual(await desk.purse(order), { escrow: price, seller: 0, fees: 0 });
  });

  it("gives a late payment back when somebody else has the time now", async () => {
    const desk = await OrderDesk.open(house);
    const startsAt = await desk.slot();
    const order = await desk.place(startsAt);
    const arrives = await payTooLate(desk, order);
    const other = await anotherClient(desk);
    const taken = await desk.place(startsAt, other);
    await desk.choose(await desk.enter(taken, other), "paid");
    await house.until(
      "the other's order to be confirmed",
      async () => (await desk.look(taken, other)).state === "confirmed",
    );
    await desk.until(arrives);
    assert.equal((await desk.look(order)).state, "expired");
    assert.equal((await desk.look(order)).refundedMinor, price);
    await isOver(desk, order, { escrow: price, gateway: -price });
  });
});

describe("somebody who does not come", () => {
  it("may be called absent after the grace, by the other side alone", async () => {
    const desk = await OrderDesk.open(house);
    const startsAt = await desk.slot();
    const order = await desk.paid(startsAt);
    const who = { id: order.id, who: "provider" };
    await desk.until(plus(startsAt, minutes(10)));
    assert.equal(await desk.refused(desk.client, "markAbsent", who), "409 orders.too_early");
    assert.equal(await desk.refused(desk.coach, "markAbsent", who), "403 orders.not_by_you");
    await desk.until(plus(startsAt, minutes(16)));
    assert.equal((await desk.call(desk.client, "markAbsent", who)).state, "provider_absent");
  });

  it("as a coach pays everything back when nobody objects", async () => {
    const desk = await OrderDesk.open(house);
    const startsAt = await desk.slot();
    const order = await desk.paid(startsAt);
    await desk.until(plus(startsAt, minutes(20)));
    await desk.call(desk.client, "markAbsent", { id: order.id, who: "provider" });
    await desk.wait(1_441);
    assert.equal((await desk.look(order)).state, "settled");
    await isOver(desk, order, {});
  });

  it("as a client forfeits what the table says", async () => {
    const noShowPercent = { client: 25, provider: 100 };
    const desk = await OrderDesk.open(house, {
      settings: { scheduling: { cancellation: { noShowPercent } } },
    });
    const startsAt = await desk.slot();
    const order = await desk.paid(startsAt);
    await desk.until(plus(startsAt, minutes(20)));
    await desk.call(desk.coach, "markAbsent", { id: order.id, who: "client" });
    await desk.call(desk.client, "acceptOrder", { id: order.id });
    await isOver(desk, order, { available: 3_038, fees: 338, gateway: -3_376 });
  });
});

describe("a dispute", () => {
  async function completed(): Promise<{ desk: OrderDesk; order: OrderAnswer }> {
    const desk = await OrderDesk.open(house);
    const startsAt = await desk.slot();
    const order = await desk.paid(startsAt);
    await desk.until(plus(startsAt, minutes(55)));
    await desk.call(desk.coach, "completeOrder", { id: order.id });
    return { desk, order };
  }
  const complaint = "It was half as long";

  it("freezes the money until the team rules, who split it", async () => {
    const { desk, order } = await completed();
    const { id } = order;
    const disputed = await desk.call(desk.client, "disputeOrder", { id, reason: complaint });
    assert.deepEqual(disputed.dispute?.reason, complaint);
    assert.equal(await desk.refused(desk.client, "acceptOrder", { id }), "409 orders.frozen");
    await desk.call(desk.coach, "answerDispute", { id, reason: "It was not" });
    assert.deepEqual(await desk.tasks(id), ["orders.dispute"]);
    await desk.wait(10_000);
    assert.equal((await desk.purse(order)).escrow, price);
    const office = { headers: desk.office };
    const ruling = { id, refundShare: 4_000, reason: "half an hour was missing" };
    const ruled = await desk.call(office, "ruleDispute", ruling);
    assert.deepEqual([ruled.state, ruled.dispute?.outcome], ["settled", "ruled"]);
    assert.deepEqual(await desk.tasks(id), []);
    await isOver(desk, order, { available: 2_431, fees: 270, gateway: -2_701 });
  });

  it("is escalated when the other side is silent, and goes on when it is withdrawn", async () => {
    const { desk, order } = await completed();
    const { id } = order;
    await desk.call(desk.client, "disputeOrder", { id, reason: complaint });
    await desk.wait(4_321);
    assert.deepEqual(await desk.tasks(id), ["orders.dispute"]);
    await desk.call({ headers: desk.office }, "withdrawDispute", { id, reason: "settled by phone" });
    await desk.wait(1);
    assert.equal((await desk.look(order)).state, "settled");
    await isOver(desk, order, { available: price - fee, fees: fee, gateway: -price });
  });

  it("ends when the other side concedes", async () => {
    const { desk, order } = await completed();
    await desk.call(desk.client, "disputeOrder", { id: order.id, reason: complaint });
    await desk.call(desk.coach, "concedeDispute", { id: order.id });
    await isOver(desk, order, {});
  });
});

describe("money given back by the site's team", () => {
  it("comes out of the escrow while it is there, and never more than that", async () => {
    const desk = await OrderDesk.open(house);
    const startsAt = await desk.slot();
    const order = await desk.paid(startsAt);
    const office = { headers: desk.office };
    const refund = (amountMinor: number) => ({ id: order.id, amountMinor, reason: "late start" });
    assert.equal((await desk.call(office, "refundOrder", refund(1_500))).refundedMinor, 1_500);
    assert.equal(await desk.refused(office, "refundOrder", refund(3_002)), "409 orders.refund_too_large");
    assert.equal(await desk.refused(desk.client, "refundOrder", refund(1)), "403 request.forbidden");
    await desk.until(plus(startsAt, hours(26)));
    await isOver(desk, order, { available: 2_701, fees: 300, gateway: -3_001 });
  });

  it("comes from the seller once they have it, and from the site where that is not enough", async () => {
    const desk = await OrderDesk.open(house);
    const startsAt = await desk.slot();
    const order = await desk.paid(startsAt);
    await desk.until(plus(startsAt, hours(26)));
    const office = { headers: desk.office };
    const refund = (amountMinor: number) => ({ id: order.id, amountMinor, reason: "goodwill" });
    await desk.call(office, "refundOrder", refund(500));
    assert.equal((await desk.purse(order)).seller, price - fee - 500);
    await desk.call(office, "refundOrder", refund(4_001));
    assert.equal(await desk.refused(office, "refundOrder", refund(1)), "409 orders.refund_too_large");
    await isOver(desk, order, { fees: fee, goodwill: -fee });
  });
});
