import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { filledHonour, type Honour, isBound, moved, reputationValues } from "./reputation-values.ts";

const filled = (values: Readonly<Record<string, string>>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
};
const honour = (name: string): Honour => ({ name, labels: { en: name }, needs: { orders: 1 } });

describe("the rules for sellers", () => {
  it("are read out of the settings", () => {
    const rising = { name: "rising", labels: { en: "Rising", ar: "صاعد" }, needs: { rating: 4.5 } };
    const read = reputationValues({
      gigs: {
        reputation: {
          windowDays: 90,
          levels: [rising],
          badges: [],
          weights: { rating: 1, onTime: 2, kept: 3, experience: 4 },
        },
      },
    });
    assert.deepEqual(read, {
      windowDays: 90,
      levels: [rising],
      badges: [],
      weights: { rating: 1, onTime: 2, kept: 3, experience: 4 },
    });
    assert.deepEqual(reputationValues({}).levels, []);
  });

  it("are read out of the form: what is left empty is not asked for", () => {
    assert.deepEqual(
      filledHonour(filled({ en: " Top rated ", ar: "", orders: "5", rating: "4.5" }), null, []),
      {
        name: "top_rated",
        labels: { en: "Top rated" },
        needs: { orders: 5, rating: 4.5 },
      },
    );
    assert.equal(filledHonour(filled({ en: "Another" }), "top_rated", []).name, "top_rated");
  });

  for (const [label, taken, name] of [
    ["Top rated!", [], "top_rated"],
    ["Top rated", ["top_rated"], "top_rated_2"],
    ["Top rated", ["top_rated", "top_rated_2"], "top_rated_3"],
    ["3 stars", [], "stars"],
    ["顶级", [], "honour"],
    ["A".repeat(60), [], "a".repeat(30)],
  ] as const)
    it(`“${label}” is known as ${name}`, () =>
      assert.equal(filledHonour(filled({ en: label }), null, taken.map(honour)).name, name));

  it("change places, and stay where there is none", () => {
    assert.deepEqual(moved(["a", "b", "c"], 2, -1), ["a", "c", "b"]);
    assert.deepEqual(moved(["a", "b", "c"], 0, 1), ["b", "a", "c"]);
    assert.deepEqual(moved(["a", "b"], 0, -1), ["a", "b"]);
    assert.deepEqual(moved(["a", "b"], 1, 1), ["a", "b"]);
  });

  for (const [metric, typed, isRight] of [
    ["orders", "5", true],
    ["orders", "5.5", false],
    ["orders", "-1", false],
    ["orders", "many", false],
    ["orders", "100001", false],
    ["rating", "4.5", true],
    ["rating", "0.5", false],
    ["rating", "5.1", false],
    ["onTimePercent", "97.5", true],
    ["cancelledPercent", "101", false],
  ] as const)
    it(`${typed} is ${isRight ? "a" : "no"} bound of ${metric}`, () =>
      assert.equal(isBound(metric, typed), isRight));
});
