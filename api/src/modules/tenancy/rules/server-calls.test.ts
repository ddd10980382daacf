import assert from "node:assert/strict";
import { test } from "node:test";
import { serverCallsLimit, serverCallsPerMinute } from "./server-calls.ts";

const cases: readonly [what: string, chosen: number, most: number | null | undefined, expected: number][] = [
  ["the plan's, which is less than was chosen", 1200, 300, 300],
  ["what was chosen, which is less than the plan's", 50, 300, 50],
  ["what was chosen where the plan has none", 5000, undefined, 5000],
  ["what was chosen where an operator lifted the limit", 5000, null, 5000],
  ["one at least, whatever stands in the plan", 1200, 0, 1],
];
for (const [what, chosen, most, expected] of cases)
  test(what, () => {
    const limits = most === undefined ? {} : { [serverCallsLimit]: most };
    assert.equal(serverCallsPerMinute(chosen, limits), expected);
  });
