import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse } from "../../../../test/house.ts";
import { hours, minutes, plus } from "../../../platform/time.ts";
import { anotherClient, CreditDesk } from "../testing.ts";

let house: TestHouse;
before(async () => {
  house = await TestHouse.open({ works: true });
});
after(async () => {
  await house.close();
  assert.deepEqual(house.bugs, []);
});

describe("a session for credits", () => {
  it("402 five credits, a price of ten: no order, and the sentence says where to get more", async () => {
    const desk = await CreditDesk.with(house, 5);
    const holdId = await desk.hold();
    assert.equal(await desk.refused(desk.client, "placeOrder", { holdId }), "402 money.credits_too_few");
    assert.deepEqual(await desk.wallets(), { client: 5, coach: 0, escrow: 0, reserved: 0 });
  });

  it("reserves the price while the time is kept, holds it from the agreement on, and gives it to the teacher", async () => {
    const desk = await CreditDesk.with(house, 25);
    const startsAt = await desk.slot();
    const order = await desk.place(startsAt);
    assert.deepEqual([order.state, order.totalMinor], ["awaiting_payment", 10]);
    assert.deepEqual(await desk.wallets(order), { client: 15, coach: 0, escrow: 0, reserved: 10 });
    const entering = { id: order.id, returnUrl: "http://localhost:4321/" };
    assert.equal(await desk.refused(desk.client, "payOrder", entering), "409 orders.paid_in_credits");

    await desk.spend(order);
    assert.equal((await desk.look(order)).state, "confirmed");
    assert.deepEqual(await desk.wallets(order), { client: 15, coach: 0, escrow: 10, reserved: 0 });

    await desk.until(plus(startsAt, hours(27)));
    assert.equal((await desk.look(order)).state, "settled");
    assert.deepEqual(await desk.wallets(order), { client: 15, coach: 10, escrow: 0, reserved: 0 });
    const earned = await desk.history(desk.coach);
    assert.deepEqual(
      earned.map(({ type, amount, orderId }) => [type, amount, orderId]),
      [["earned", 10, order.id]],
    );
    const spent = await desk.history(desk.client);
    assert.deepEqual(
      spent.map(({ type, amount, isReserved }) => [type, amount, isReserved]),
      [
        ["spent", -10, false],
        ["granted", 25, false],
      ],
    );
  });

  it("gives the credits back when the time is not taken", async () => {
    const desk = await CreditDesk.with(house, 10);
    const order = await desk.place();
    await desk.wait(31);
    assert.equal((await desk.look(order)).state, "expired");
    assert.deepEqual(await desk.wallets(order), { client: 10, coach: 0, escrow: 0, reserved: 0 });
  });

  it("returns what the cancellation table says to the lots it came from, and the rest to the teacher", async () => {
    const desk = await CreditDesk.with(house, 10);
    const startsAt = await desk.slot();
    const lots = await desk.lots();
    const early = await desk.agreed(startsAt);
    await desk.call(desk.client, "cancelOrder", { id: early.id });
    assert.deepEqual(await desk.wallets(early), { client: 10, coach: 0, escrow: 0, reserved: 0 });
    assert.deepEqual(await desk.lots(), lots);
    const late = await desk.agreed(startsAt);
    await desk.until(plus(startsAt, -hours(5)));
    await desk.call(desk.client, "cancelOrder", { id: late.id });
    assert.deepEqual(await desk.wallets(late), { client: 5, coach: 5, escrow: 0, reserved: 0 });
    assert.equal((await desk.look(late)).refundedMinor, 5);
  });

  it("is called off before it is agreed, by either side, and given by the team for nothing", async () => {
    const desk = await CreditDesk.with(house, 10);
    const first = await desk.place();
    await desk.call(desk.coach, "cancelOrder", { id: first.id });
    assert.deepEqual(await desk.wallets(first), { client: 10, coach: 0, escrow: 0, reserved: 0 });
    const second = await desk.place();
    await desk.call({ headers: desk.office }, "waiveOrder", { id: second.id, reason: "a gift" });
    assert.equal((await desk.look(second)).state, "confirmed");
    assert.deepEqual(await desk.wallets(second), { client: 10, coach: 0, escrow: 0, reserved: 0 });
    const given = { offerId: desk.offer.id, clientId: desk.client.id, reason: "a gift" };
    const startsAt = (await desk.slot(4)).toISOString();
    await desk.call({ headers: desk.office }, "giveSession", { ...given, startsAt });
    assert.deepEqual(await desk.wallets(second), { client: 10, coach: 0, escrow: 0, reserved: 0 });
  });

  it("is refunded in part by the team, before and after the teacher has the credits", async () => {
    const desk = await CreditDesk.with(house, 10);
    const startsAt = await desk.slot();
    const order = await desk.agreed(startsAt);
    const office = { headers: desk.office };
    const refund = (amountMinor: number) => ({ id: order.id, amountMinor, reason: "late start" });
    await desk.call(office, "refundOrder", refund(2));
    assert.deepEqual(await desk.wallets(order), { client: 2, coach: 0, escrow: 8, reserved: 0 });
    await desk.until(plus(startsAt, hours(27)));
    await desk.call(office, "refundOrder", refund(3));
    assert.deepEqual(await desk.wallets(order), { client: 5, coach: 5, escrow: 0, reserved: 0 });
    assert.equal(await desk.refused(office, "refundOrder", refund(6)), "409 orders.refund_too_large");
  });

  it("is split by a ruling", async () => {
    const desk = await CreditDesk.with(house, 10);
    const startsAt = await desk.slot();
    const order = await desk.agreed(startsAt);
    await desk.until(plus(startsAt, minutes(55)));
    await desk.call(desk.coach, "completeOrder", { id: order.id });
    await desk.call(desk.client, "disputeOrder", { id: order.id, reason: "half as long" });
    const ruling = { id: order.id, refundShare: 6_000, reason: "it was" };
    await desk.call({ headers: desk.office }, "ruleDispute", ruling);
    assert.deepEqual(await desk.wallets(order), { client: 6, coach: 4, escrow: 0, reserved: 0 });
  });

  it("402 a balance of one price, two orders at the same moment: one is placed", async () => {
    const desk = await CreditDesk.with(house, 10);
    const times = [await desk.slot(3), await desk.slot(4)];
    const holds = await Promise.all(times.map((at) => desk.hold(at)));
    const answers = await Promise.all(
      holds.map((holdId) => desk.status(desk.client, "placeOrder", { holdId })),
    );
    assert.deepEqual(
      answers.toSorted((a, b) => a - b),
      [200, 402],
    );
    assert.deepEqual(await desk.wallets(), { client: 0, coach: 0, escrow: 0, reserved: 10 });
  });

  it("403 somebody else's reserved credits are not theirs to spend", async () => {
    const desk = await CreditDesk.with(house, 10);
    const order = await desk.place();
    const other = await anotherClient(desk);
    assert.equal(await desk.refused(other, "spendCredits", { id: order.id }), "404 request.not_found");
    assert.equal(await desk.refused(desk.coach, "spendCredits", { id: order.id }), "403 orders.not_by_you");
    await desk.spend(order);
    assert.equal(
      await desk.refused(desk.client, "spendCredits", { id: order.id }),
      "409 orders.not_possible",
    );
  });
});
