import assert from "node:assert/strict";
import { test } from "node:test";
import { pickPhrases } from "./phrases.ts";

const found = [
  ["Ada Logan", "Logo design"],
  ["Bo Lind", "logo design", "Web design"],
  ["网页设计", "農業"],
];

const cases: readonly (readonly [string, readonly string[]])[] = [
  ["lo", ["Logo design", "Ada Logan"]],
  ["LOGO des", ["Logo design"]],
  ["design", ["Logo design", "Web design"]],
  ["設計", ["网页设计"]],
  ["农", ["農業"]],
  ["esign", []],
  ["%", []],
];
for (const [typed, expected] of cases)
  test(`"${typed}" suggests ${expected.join(", ") || "nothing"}`, () => {
    assert.deepEqual(pickPhrases(typed, found, 5), expected);
  });

test("suggests no more than asked for", () => assert.equal(pickPhrases("design", found, 1).length, 1));
