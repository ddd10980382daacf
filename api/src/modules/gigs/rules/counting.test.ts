import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { minutes, plus } from "../../../platform/time.ts";
import { conversionOf, countsAgain } from "./counting.ts";

const now = new Date("2026-11-29T12:00:00Z");

describe("countsAgain", () => {
  for (const [ago, expected] of [
    [null, true],
    [0, false],
    [29, false],
    [30, true],
    [31, true],
    [-1, false],
  ] as const)
    it(`${ago === null ? "never before" : `${ago} minutes after it counted`}: ${expected}`, () => {
      assert.equal(countsAgain(ago === null ? null : plus(now, -minutes(ago)), now, 30), expected);
    });
});

describe("conversionOf", () => {
  for (const [views, orders, expected] of [
    [0, 0, null],
    [0, 1, null],
    [8, 2, 0.25],
    [1, 2, 1],
  ] as const)
    it(`${orders} orders of ${views} views: ${expected}`, () => {
      assert.equal(conversionOf({ views, orders }), expected);
    });
});
