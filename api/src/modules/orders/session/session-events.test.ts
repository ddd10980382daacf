import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { TestHouse } from "../../../../test/house.ts";
import { takeTransition } from "../../../platform/flow/engine.ts";
import { readSteps } from "../../../platform/flow/standing.ts";
import { derivedId } from "../../../platform/ids.ts";
import { minutes, plus } from "../../../platform/time.ts";
import { orderJobs } from "../jobs.ts";
import { chargebackOf, type OrderAnswer, OrderDesk } from "../testing.ts";

// Nobody works in this house but the tests: they hand events and timers to the flow in the order they choose.
let house: TestHouse;
before(async () => {
  house = await TestHouse.open({ works: false });
});
after(async () => {
  await house.close();
  assert.deepEqual(house.bugs, []);
});

const system = { kind: "system", cause: "test" } as const;
const [takePayment, takeChargeback] = orderJobs.map((job) => {
  if (!("run" in job)) throw new Error(`${job.name} has parts`);
  return job.run;
});

/** An order whose payment has arrived at the gateway, and which has not heard of it. */
async function unheard(desk: OrderDesk): Promise<OrderAnswer> {
  const order = await desk.place();
  await desk.pay(order);
  await house.until("the payment", async () => (await desk.books())["clearing"] === order.totalMinor);
  return order;
}

it("what gateways tell, in every order and doubled, comes to one final state", async () => {
  const ends = new Set<string>();
  for (const sequence of permutationsOf(["paid", "paid", "open", "lost"] as const)) {
    const desk = await OrderDesk.open(house);
    const order = await unheard(desk);
    for (const fact of sequence) {
      await desk.as(system, (scope) =>
        fact === "paid"
          ? takePayment!(scope, paymentOf(order))
          : takeChargeback!(scope, chargebackOf(desk, order, fact)),
      );
    }
    const { state } = await desk.look(order);
    const { escrow } = await desk.purse(order);
    const steps = await desk.as(system, (scope) => readSteps(scope, order.id));
    const taken = steps.map(({ transition }) => transition);
    ends.add(JSON.stringify([state, escrow, await desk.tasks(order.id), taken]));
  }
  assert.deepEqual([...ends], ['["confirmed",4501,["orders.unexpected_event"],["enter_payment","pay"]]']);
});

it("a payment and the end of the hold at the same moment: confirmed either way", async () => {
  for (const isPaidFirst of [true, false]) {
    const desk = await OrderDesk.open(house);
    const order = await unheard(desk);
    const later = plus(await desk.now(), minutes(36));
    const pay = () => desk.as(system, (scope) => takePayment!(scope, paymentOf(order)), later);
    const expire = () =>
      desk.as(system, (scope) => takeTransition(scope, order.id, { timer: "hold_ends" }), later);
    for (const work of isPaidFirst ? [pay, expire, pay] : [expire, pay, expire]) await work();
    assert.equal((await desk.look(order)).state, "confirmed");
    assert.equal((await desk.purse(order)).escrow, 4_501);
  }
});

it("a payment, a cancellation and the end of the hold, in every order: the money is held or goes back, never both", async () => {
  for (const sequence of permutationsOf(["paid", "paid", "cancel", "expire"] as const)) {
    const desk = await OrderDesk.open(house);
    const order = await unheard(desk);
    const later = plus(await desk.now(), minutes(36));
    for (const what of sequence) {
      await desk.as(
        system,
        async (scope) => {
          if (what === "paid") await takePayment!(scope, paymentOf(order));
          else if (what === "expire") await takeTransition(scope, order.id, { timer: "hold_ends" });
          else await takeTransition(scope, order.id, { transition: "cancel_as_client", by: "client" });
        },
        later,
      );
    }
    const { state, refundedMinor } = await desk.look(order);
    const { escrow } = await desk.purse(order);
    const books = await desk.books();
    // Refunds wait in clearing: nobody takes them to the gateway here.
    if (state === "confirmed") assert.deepEqual([escrow, refundedMinor], [4_501, 0], sequence.join());
    else assert.deepEqual([escrow, refundedMinor], [0, 4_501], sequence.join());
    assert.equal(
      Object.values(books).reduce((sum, minor) => sum + minor, 0),
      0,
    );
  }
});

/** What money tells of an order's one payment. */
const paymentOf = ({ id }: OrderAnswer) => ({ orderId: id, paymentId: derivedId("payment", id) });

function permutationsOf<Item>(items: readonly Item[]): Item[][] {
  if (items.length <= 1) return [[...items]];
  const all = items.flatMap((item, index) =>
    permutationsOf(items.toSpliced(index, 1)).map((rest) => [item, ...rest]),
  );
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
}
