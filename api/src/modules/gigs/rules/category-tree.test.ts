import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placedBefore, problemOfMove, subtreeOf } from "./category-tree.ts";

// a ─ b ─ c ─ d, and e ─ f beside it.
const place = (id: string, parentId: string | null, depth: number) => ({ id, parentId, depth });
const tree = [
  place("d", "c", 4),
  place("a", null, 1),
  place("b", "a", 2),
  place("c", "b", 3),
  place("e", null, 1),
  place("f", "e", 2),
];
const at = (id: string | null) => tree.find((each) => each.id === id) ?? null;

describe("subtreeOf", () => {
  for (const [id, expected] of [
    ["a", "abcd"],
    ["b", "bcd"],
    ["f", "f"],
    ["x", ""],
  ] as const)
    it(`of ${id} is ${expected || "nothing"}`, () => {
      const ids = subtreeOf(tree, id).map((each) => each.id);
      assert.equal(ids.toSorted().join(""), expected);
    });
});

describe("problemOfMove", () => {
  for (const [id, parent, expected] of [
    ["a", "a", "cycle"],
    ["a", "d", "cycle"],
    ["b", "c", "cycle"],
    ["b", "e", null],
    ["b", "f", "too_deep"],
    ["a", "e", "too_deep"],
    ["f", "c", null],
    ["f", "d", "too_deep"],
    ["d", null, null],
    ["a", null, null],
  ] as const)
    it(`of ${id} below ${parent ?? "nothing"} is ${expected ?? "none"}`, () => {
      assert.equal(problemOfMove(tree, id, at(parent)), expected);
    });
});

describe("placedBefore", () => {
  for (const [siblings, id, before, expected] of [
    ["abc", "c", "a", "cab"],
    ["abc", "a", null, "bca"],
    ["abc", "a", "c", "bac"],
    ["abc", "x", "b", "axbc"],
    ["abc", "b", "b", "acb"],
    ["", "x", null, "x"],
  ] as const)
    it(`puts ${id} of ${siblings || "nothing"} before ${before ?? "the end"}: ${expected}`, () => {
      assert.equal(placedBefore(siblings.split(""), id, before).join(""), expected);
    });
});
