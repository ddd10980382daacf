import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse } from "../../../../test/house.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { days, hours, plus } from "../../../platform/time.ts";
import { acceptOrder } from "../../orders/accept-order.ts";
import { cancelOrder } from "../../orders/cancel-order.ts";
import { disputeOrder } from "../../orders/dispute-order.ts";
import { memberOf } from "../../orders/testing.ts";
import { GigDesk, type WorkOrder } from "./testing.ts";

let house: TestHouse;
before(async () => {
  house = await TestHouse.open();
});
after(async () => {
  await house.close();
  assert.deepEqual(house.bugs, []);
});

const price = 5_000;
const fee = 500;
const question = { kind: "text", question: "What is your company called?" };

/** At an end the escrow is empty, and the whole ledger adds up to this. */
async function isOver(desk: GigDesk, order: WorkOrder, books: Record<string, number>): Promise<void> {
  await house.until("the books to be closed", async () => {
    const now = await desk.books();
    return JSON.stringify(now) === JSON.stringify(books);
  });
  assert.equal((await desk.purse(order)).escrow, 0);
}

const accepted = { available: price - fee, fees: fee, gateway: -price };

describe("an order of a gig that is called off", () => {
  it("by the buyer before the work starts goes back whole", async () => {
    const desk = await GigDesk.sell(house, { gig: { requirements: [question] } });
    const order = await desk.bought(undefined, "requirements");
    const { refundMinor } = await desk.call<{ refundMinor: number }>(desk.client, "cancelOrder", {
      id: order.id,
      dryRun: true,
    });
    assert.equal(refundMinor, price);
    await desk.call(desk.client, "cancelOrder", { id: order.id });
    await isOver(desk, order, {});
  });

  it("by the buyer alone only once it is late, and then whole", async () => {
    const desk = await GigDesk.sell(house);
    const order = await desk.bought();
    assert.equal(await desk.refused(desk.client, "cancelOrder", { id: order.id }), "409 orders.too_early");
    await desk.until(plus(new Date(order.work.dueAt!), hours(1)));
    await desk.mail(desk.client, "Late");
    await desk.call(desk.client, "cancelOrder", { id: order.id });
    await isOver(desk, order, {});
  });

  it("by the seller goes back whole, even when it was delivered", async () => {
    const desk = await GigDesk.sell(house);
    const order = await desk.bought();
    await desk.deliver(order);
    await desk.call(desk.seller, "cancelOrder", { id: order.id, reason: "I cannot go on." });
    await isOver(desk, order, {});
  });

  it("by consent goes back as it was proposed", async () => {
    const desk = await GigDesk.sell(house);
    const order = await desk.bought();
    await desk.call(desk.client, "proposeCancel", { id: order.id, refundShare: 6_000, reason: "Half done" });
    const seen = await desk.see(order, desk.seller);
    assert.deepEqual([seen.work.cancel?.by, seen.work.cancel?.refundShare], ["client", 6_000]);
    assert.ok(seen.actions.some(({ name }) => name === "accept_cancel"));
    assert.ok(!(await desk.see(order)).actions.some(({ name }) => name === "accept_cancel"));
    const agree = { id: order.id, accept: true };
    assert.equal(await desk.refused(desk.client, "answerCancel", agree), "409 orders.not_possible");
    assert.equal(
      await desk.refused(desk.seller, "answerCancel", { ...agree, refundShare: 5_000 }),
      "409 request.conflict",
    );
    await desk.call(desk.seller, "answerCancel", { ...agree, refundShare: 6_000 });
    assert.equal((await desk.see(order)).state, "cancelled");
    await isOver(desk, order, { available: 1_800, fees: 200, gateway: -2_000 });
  });

  it("goes on when the proposal is declined or nobody answers it", async () => {
    const desk = await GigDesk.sell(house, { basic: { deliveryDays: 30 } });
    const order = await desk.bought();
    await desk.call(desk.seller, "proposeCancel", { id: order.id });
    await desk.call(desk.client, "answerCancel", { id: order.id, accept: false });
    assert.equal((await desk.see(order)).work.cancel, null);
    await desk.call(desk.client, "proposeCancel", { id: order.id });
    await desk.wait(2 * 1_440 + 60);
    const found = await desk.see(order);
    assert.deepEqual([found.state, found.work.cancel], ["in_progress", null]);
    await desk.deliver(order);
    await desk.call(desk.client, "acceptOrder", { id: order.id });
    await isOver(desk, order, accepted);
  });

  it("by the team in a dispute goes back as they say, after the order was kept still", async () => {
    const desk = await GigDesk.sell(house);
    const order = await desk.bought();
    await desk.deliver(order);
    await desk.call(desk.client, "disputeOrder", { id: order.id, reason: "This is not a logo." });
    assert.equal(await desk.refused(desk.client, "acceptOrder", { id: order.id }), "409 orders.frozen");
    await desk.wait(10 * 1_440);
    assert.equal((await desk.see(order)).state, "delivered");
    const preview = await house.ok<{ after: { state: string }; postings: { amountMinor: number }[] }>(
      "orders.previewStep",
      { id: order.id, transition: "rule", input: { refundShare: 5_000, reason: "A look" } },
      { headers: desk.office },
    );
    assert.equal(preview.after.state, "settled");
    await desk.call({ headers: desk.office }, "ruleDispute", {
      id: order.id,
      refundShare: 5_000,
      reason: "Half of it is one.",
    });
    await isOver(desk, order, { available: 2_250, fees: 250, gateway: -2_500 });
  });
});

it("after 400 days nothing is stuck, however it was left lying", async () => {
  const desk = await GigDesk.sell(house, { gig: { requirements: [question] } });
  const begun = async () => {
    const order = await desk.bought(undefined, "requirements");
    const answers = [{ questionId: order.questions[0]!.id, text: "Acme" }];
    await desk.call(desk.client, "answerQuestions", { id: order.id, answers });
    return order;
  };
  const delivered = async () => {
    const order = await begun();
    await desk.deliver(order);
    return order;
  };
  const unpaid = await desk.buy();
  const unanswered = await desk.bought(undefined, "requirements");
  const undelivered = await begun();
  const unaccepted = await delivered();
  const unchanged = await delivered();
  await desk.call(desk.client, "askRevision", { id: unchanged.id, reason: "Larger, please." });
  const unruled = await delivered();
  await desk.call(desk.client, "disputeOrder", { id: unruled.id, reason: "No." });

  await desk.until(plus(await desk.now(), days(400)));
  const found = await Promise.all(
    [unpaid, unanswered, undelivered, unaccepted, unchanged, unruled].map(async (order) => {
      const { state } = await desk.see(order);
      return [state, (await desk.purse(order)).escrow, await desk.tasks(order.id)];
    }),
  );
  assert.deepEqual(found, [
    ["expired", 0, []],
    ["cancelled", 0, []],
    ["cancelled", 0, []],
    ["completed", 0, []],
    ["cancelled", 0, []],
    // Whom the money belongs to, a person has to say.
    ["delivered", price, ["orders.dispute"]],
  ]);
  const { available, fees: kept } = await desk.books();
  assert.deepEqual([available, kept], [price - fee, fee]);
});

describe("100 at once", () => {
  it("accept, object or cancel: one of them does", async () => {
    const desk = await GigDesk.sell(house);
    const order = await desk.bought();
    await desk.deliver(order);
    const { id } = order;
    const attempts: readonly ((scope: Scope) => Promise<unknown>)[] = [
      (scope) => acceptOrder.run(scope, { id }),
      (scope) => disputeOrder.run(scope, { id, reason: "no", fileIds: [] }),
      (scope) => cancelOrder.run(scope, { id, reason: "", dryRun: false }),
    ];
    const calls = Array.from({ length: 100 }, (_, nth) =>
      desk.as(
        memberOf(nth % 3 === 2 ? desk.seller : desk.client),
        async (scope) => void (await attempts[nth % 3]!(scope)),
      ),
    );
    const settled = await Promise.allSettled(calls);
    assert.equal(settled.filter(({ status }) => status === "fulfilled").length, 1);
    for (const outcome of settled) {
      if (outcome.status === "rejected")
        assert.match((outcome.reason as { code: string }).code, /^orders\.(not_possible|frozen)$/);
    }
    const { state, dispute } = await desk.see(order);
    const { escrow } = await desk.purse(order);
    assert.equal(escrow, state === "delivered" ? price : 0);
    assert.equal(dispute !== null, state === "delivered");
  });
});
