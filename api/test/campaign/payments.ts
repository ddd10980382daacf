// `node api/test/campaign/payments.ts`: a gateway's events in every order, six at a time.
import { openMoneyHouse } from "../../src/modules/money/testing.ts";
import { openPayCounter } from "../pay-counter.ts";
import { type Facts, finalState, orderingsOf, preparePayment } from "./payment-orderings.ts";

const histories: readonly Facts[] = [
  ["processing", "declined", "expired", "paid", "outside refund", "dispute lost"],
  ["paid", "outside refund pending", "outside refund", "total", "dispute open", "dispute won"],
  ["declined", "refund pending", "refund", "refund failed", "dispute open", "dispute lost"],
];

const house = await openMoneyHouse();
const counter = await openPayCounter(house);
try {
  for (const told of histories) {
    const ends = new Map<string, Facts>();
    for (const ordering of orderingsOf(told)) {
      const payment = await preparePayment(house, counter, told);
      for (const fact of ordering) await payment.tell(fact);
      ends.set(await finalState(house, payment), ordering);
    }
    const orders = [...ends.values()].map((ordering) => ordering.join(", "));
    if (ends.size !== 1) throw new Error(`${ends.size} ends: ${orders.join(" | ")}`);
    process.stdout.write(`payments: every order of ${told.join(", ")} ends alike\n`);
  }
} finally {
  await counter.close();
  await house.close();
}
