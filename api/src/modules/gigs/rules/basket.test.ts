import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { basketOf } from "./basket.ts";

const basic = { id: "basic", title: "One draft", amountMinor: 5_000, deliveryDays: 3, revisions: 1 };
const premium = {
  id: "premium",
  title: "Three drafts",
  amountMinor: 12_000,
  deliveryDays: 7,
  revisions: null,
};
const fonts = { id: "fonts", title: "With fonts", amountMinor: 1_500, addedDays: 2 };
const source = { id: "source", title: "Source files", amountMinor: 900, addedDays: 0 };
const gig = { packages: [basic, premium], extras: [fonts, source] };
const item = (packageId: string, quantity = 1, ...extraIds: string[]) => ({ packageId, quantity, extraIds });

describe("a basket of a gig", () => {
  for (const [name, items, total, days, revisions] of [
    ["one package", [item("basic")], 5_000, 3, 1],
    ["a package twice: twice the price in the same time", [item("basic", 2)], 10_000, 3, 1],
    ["an extra adds its price and its days", [item("basic", 1, "fonts")], 6_500, 5, 1],
    ["an extra for each of three", [item("basic", 3, "source")], 17_700, 3, 1],
    ["two packages: the longer time, the freer changes", [item("basic"), item("premium")], 17_000, 7, null],
    [
      "an extra in both delays once",
      [item("basic", 1, "fonts"), item("premium", 1, "fonts")],
      20_000,
      9,
      null,
    ],
  ] as const) {
    it(name, () => {
      const basket = basketOf(items, gig)!;
      assert.equal(
        basket.lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
        total,
      );
      assert.deepEqual([basket.days, basket.revisions], [days, revisions]);
    });
  }

  it("names every package and extra, as often as it is wanted", () => {
    assert.deepEqual(basketOf([item("basic", 2, "fonts")], gig)?.lines, [
      { title: "One draft", quantity: 2, amountMinor: 10_000 },
      { title: "With fonts", quantity: 2, amountMinor: 3_000 },
    ]);
  });

  it("is none with a package or an extra of another gig", () => {
    assert.equal(basketOf([item("basic"), item("foreign")], gig), null);
    assert.equal(basketOf([item("basic", 1, "foreign")], gig), null);
  });
});
