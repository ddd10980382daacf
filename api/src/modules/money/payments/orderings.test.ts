import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  type Facts,
  finalState,
  orderingsOf,
  preparePayment,
} from "../../../../test/campaign/payment-orderings.ts";
import { openPayCounter, type PayCounter } from "../../../../test/pay-counter.ts";
import { type MoneyHouse, openMoneyHouse } from "../testing.ts";

let house: MoneyHouse;
let counter: PayCounter;

before(async () => {
  house = await openMoneyHouse();
  counter = await openPayCounter(house);
});
after(async () => {
  await counter.close();
  await house.close();
});

const histories: Readonly<Record<string, readonly Facts[number][]>> = {
  "declined, paid, disputed and lost": ["declined", "paid", "dispute open", "dispute lost"],
  "expired, then paid, then refunded by somebody at the gateway": [
    "expired",
    "paid",
    "outside refund pending",
    "outside refund",
  ],
  "our refund, which the bank sends back": ["refund pending", "refund", "refund failed", "declined"],
  "two refunds and their total": ["refund pending", "refund", "outside refund", "total"],
};

for (const [name, facts] of Object.entries(histories)) {
  test(`every order of ${name}: one final state`, async () => {
    let wanted: string | null = null;
    for (const ordering of orderingsOf(facts)) {
      // A second time in another order: nothing may change any more.
      const payment = await preparePayment(house, counter, facts);
      for (const fact of ordering) await payment.tell(fact);
      const once = await finalState(house, payment);
      for (const fact of ordering.toReversed()) await payment.tell(fact);
      assert.equal(await finalState(house, payment), once, `told again: ${ordering.join(", ")}`);
      wanted ??= once;
      assert.equal(once, wanted, ordering.join(", "));
    }
  });
}
