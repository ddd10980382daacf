import assert from "node:assert/strict";
import { test } from "node:test";
import { incomeOf } from "./income.ts";

const moved = (currency: string, date: string, receivedMinor: number, refundedMinor = 0) => ({
  currency,
  date,
  receivedMinor,
  refundedMinor,
});

test("currencies are never added up, and quiet dates are there", () => {
  const movements = [
    moved("EUR", "2026-03-01", 4500),
    moved("USD", "2026-03-01", 100),
    moved("EUR", "2026-03-03", 500, 300),
  ];
  assert.deepEqual(incomeOf(movements, { from: "2026-03-01", count: 3 }), [
    {
      currency: "EUR",
      receivedMinor: 5000,
      refundedMinor: 300,
      days: [
        { date: "2026-03-01", receivedMinor: 4500, refundedMinor: 0 },
        { date: "2026-03-02", receivedMinor: 0, refundedMinor: 0 },
        { date: "2026-03-03", receivedMinor: 500, refundedMinor: 300 },
      ],
    },
    {
      currency: "USD",
      receivedMinor: 100,
      refundedMinor: 0,
      days: [
        { date: "2026-03-01", receivedMinor: 100, refundedMinor: 0 },
        { date: "2026-03-02", receivedMinor: 0, refundedMinor: 0 },
        { date: "2026-03-03", receivedMinor: 0, refundedMinor: 0 },
      ],
    },
  ]);
});

test("a date outside the span counts for nothing", () => {
  assert.deepEqual(incomeOf([moved("EUR", "2026-02-28", 4500)], { from: "2026-03-01", count: 3 }), []);
});
