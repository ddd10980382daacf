import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { directions, placeAfter } from "./moves.ts";

// a (b, c (d)), e
const place = (id: string, parentId: string | null) => ({ id, parentId });
const tree = [place("a", null), place("b", "a"), place("c", "a"), place("d", "c"), place("e", null)];

describe("placeAfter", () => {
  for (const [id, ...expected] of [
    ["a", null, "top before the end", null, null],
    ["b", null, "a before the end", null, "top before e"],
    ["c", "a before b", null, "b before the end", "top before e"],
    ["d", null, null, null, "a before the end"],
    ["e", "top before a", null, "a before the end", null],
    ["x", null, null, null, null],
  ] as const)
    it(`of ${id}: ${directions.map((direction, at) => `${direction} ${expected[at] ?? "nowhere"}`).join(", ")}`, () => {
      const found = directions.map((direction) => {
        const at = placeAfter(tree, id, direction);
        return at && `${at.parentId ?? "top"} before ${at.beforeId ?? "the end"}`;
      });
      assert.deepEqual(found, expected);
    });
});
