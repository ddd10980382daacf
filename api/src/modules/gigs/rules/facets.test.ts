import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { countedBranches, deliveryStepsOf, ratingStepsOf } from "./facets.ts";

describe("what gigs are counted by", () => {
  for (const [days, steps] of [
    [1, ["1", "3", "7", "14", "30"]],
    [3, ["3", "7", "14", "30"]],
    [8, ["14", "30"]],
    [31, []],
  ] as const)
    it(`${days} days are within ${steps.join(", ") || "no step"}`, () =>
      assert.deepEqual(deliveryStepsOf(days), steps));

  for (const [rating, steps] of [
    [null, []],
    [2.9, []],
    [3, ["3"]],
    [4.49, ["3", "3.5", "4"]],
    [5, ["3", "3.5", "4", "4.5"]],
  ] as const)
    it(`${rating} stars reach ${steps.join(", ") || "no step"}`, () =>
      assert.deepEqual(ratingStepsOf(rating), steps));

  it("a category counts what lies below it; what is not in the tree counts nowhere", () => {
    const tree = [
      { id: "design", parentId: null, depth: 1 },
      { id: "logo", parentId: "design", depth: 2 },
      { id: "animated", parentId: "logo", depth: 3 },
      { id: "web", parentId: "design", depth: 2 },
      { id: "music", parentId: null, depth: 1 },
    ];
    const own = new Map([
      ["design", 1],
      ["animated", 4],
      ["logo", 2],
      ["archived", 9],
    ]);
    assert.deepEqual(
      countedBranches(tree, own).map(({ category: { id }, count }) => [id, count]),
      [
        ["design", 7],
        ["logo", 6],
        ["animated", 4],
      ],
    );
  });
});
