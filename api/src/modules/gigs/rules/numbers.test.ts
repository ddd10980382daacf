import assert from "node:assert/strict";
import { it } from "node:test";
import { addedUp } from "./numbers.ts";

it("visits and sales stand together by date, with sums by currency", () => {
  const visits = [
    { date: "2026-05-02", views: 4, clicks: 1 },
    { date: "2026-05-01", views: 6, clicks: 2 },
  ];
  const sales = [
    { date: "2026-05-02", orders: 2, amountMinor: 9_000, currency: "EUR" },
    { date: "2026-05-02", orders: 1, amountMinor: 700, currency: "CNY" },
    { date: "2026-05-03", orders: 1, amountMinor: 500, currency: "EUR" },
  ];
  assert.deepEqual(addedUp(visits, sales), {
    views: 10,
    clicks: 3,
    orders: 4,
    revenue: [
      { amountMinor: 700, currency: "CNY" },
      { amountMinor: 9_500, currency: "EUR" },
    ],
    days: [
      { date: "2026-05-01", views: 6, clicks: 2, orders: 0 },
      { date: "2026-05-02", views: 4, clicks: 1, orders: 3 },
      { date: "2026-05-03", views: 0, clicks: 0, orders: 1 },
    ],
  });
});

it("nothing is nothing", () => {
  assert.deepEqual(addedUp([], []), { views: 0, clicks: 0, orders: 0, revenue: [], days: [] });
});
