import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse } from "../../../../test/house.ts";
import { readSteps } from "../../../platform/flow/standing.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { minutes, plus } from "../../../platform/time.ts";
import { acceptOrder } from "../accept-order.ts";
import { cancelOrder } from "../cancel-order.ts";
import { disputeOrder } from "../dispute-order.ts";
import { memberOf, type OrderAnswer, OrderDesk } from "../testing.ts";

let house: TestHouse;
before(async () => {
  house = await TestHouse.open();
});
after(async () => {
  await house.close();
  assert.deepEqual(house.bugs, []);
});

const system = { kind: "system", cause: "test" } as const;
const transitionsOf = async (desk: OrderDesk, { id }: OrderAnswer) =>
  (await desk.as(system, (scope) => readSteps(scope, id))).map(({ transition }) => transition);

/** How many of the calls succeeded; the others must all have been refused with the code. */
async function winners(calls: readonly Promise<unknown>[], code: string): Promise<number> {
  const settled = await Promise.allSettled(calls);
  for (const outcome of settled) {
    if (outcome.status === "rejected") assert.equal((outcome.reason as { code: string }).code, code);
  }
  return settled.filter(({ status }) => status === "fulfilled").length;
}

describe("100 at once", () => {
  it("cancel from both sides: one of them does, the money goes back once", async () => {
    const desk = await OrderDesk.open(house);
    const order = await desk.paid();
    const cancel = (nth: number) =>
      desk.as(memberOf(nth % 2 === 0 ? desk.client : desk.coach), (scope) =>
        cancelOrder.run(scope, { id: order.id, reason: "", dryRun: false }),
      );
    const calls = Array.from({ length: 100 }, (_, nth) => cancel(nth));
    assert.equal(await winners(calls, "orders.not_possible"), 1);
    const taken = await transitionsOf(desk, order);
    assert.equal(taken.filter((name) => name.startsWith("cancel_as_")).length, 1);
    await house.until("the money to be back", async () => Object.keys(await desk.books()).length === 0);
  });

  it("accept, object or cancel: either the money moves or the order is frozen", async () => {
    const desk = await OrderDesk.open(house);
    const startsAt = await desk.slot();
    const order = await desk.paid(startsAt);
    await desk.until(plus(startsAt, minutes(55)));
    await desk.call(desk.coach, "completeOrder", { id: order.id });
    const { id } = order;
    const accept = (scope: Scope) => acceptOrder.run(scope, { id });
    const object = (scope: Scope) => disputeOrder.run(scope, { id, reason: "no", fileIds: [] });
    const cancel = (scope: Scope) => cancelOrder.run(scope, { id, reason: "", dryRun: false });
    const attempts = [accept, object, cancel];
    const calls = Array.from({ length: 100 }, (_, nth) =>
      desk.as(memberOf(desk.client), async (scope) => void (await attempts[nth % 3]!(scope))),
    );
    const settled = await Promise.allSettled(calls);
    assert.equal(settled.filter(({ status }) => status === "fulfilled").length, 1);
    const { escrow } = await desk.purse(order);
    const found = await desk.look(order);
    assert.equal(escrow, found.state === "settled" ? 0 : 4_501);
    assert.equal(found.dispute === null, found.state === "settled");
  });
});
