import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { longest, longestFirst } from "./order.ts";

test("the longest files begin first, then the largest", () => {
  const sizes: Readonly<Record<string, number>> = { "a.test.ts": 1, "b.test.ts": 3, "c.test.ts": 2 };
  const [first = "", second = ""] = longest;
  assert.deepEqual(
    longestFirst([...Object.keys(sizes), second, first], (file) => sizes[file] ?? 0),
    [first, second, "b.test.ts", "c.test.ts", "a.test.ts"],
  );
});

test("every file of the list is there", () => {
  assert.deepEqual(
    longest.filter((file) => !existsSync(file)),
    [],
  );
});
