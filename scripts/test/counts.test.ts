import assert from "node:assert/strict";
import { test } from "node:test";
import { closingLine, exitCode, failure, noCounts, settle, sum } from "./counts.ts";

test("the closing line adds up the runners and names skipped tests only when there are any", () => {
  const api = { ...noCounts(), passed: 3 };
  assert.equal(closingLine(sum([api, { ...noCounts(), passed: 4, failed: 1 }])), "7 passed, 1 failed");
  assert.equal(closingLine(sum([api, { ...noCounts(), skipped: 2 }])), "3 passed, 0 failed, 2 skipped");
});

test("what failed in any runner is told, at a length that can be read", () => {
  const told = failure(["api/a.test.ts", undefined, "adds"], "x".repeat(5_000));
  assert.equal(told, `api/a.test.ts > adds\n${"x".repeat(2_000)}`);
  assert.deepEqual(sum([noCounts(), { ...noCounts(), failed: 1, failures: [told] }]).failures, [told]);
});

test("a runner that fell over before it counted is one failure", () => {
  assert.deepEqual(settle("", 7), { ...noCounts(), failed: 1 });
  assert.deepEqual(settle(JSON.stringify({ ...noCounts(), passed: 5, failed: 0 }), 1), {
    ...noCounts(),
    passed: 5,
    failed: 1,
  });
  assert.deepEqual(settle(JSON.stringify({ ...noCounts(), passed: 5, failed: 2 }), 1), {
    ...noCounts(),
    passed: 5,
    failed: 2,
  });
});

test("a run in which nothing passed is not green", () => {
  assert.equal(exitCode(sum([])), 1);
  assert.equal(exitCode({ passed: 0, failed: 0 }), 1);
  assert.equal(exitCode({ passed: 1, failed: 1 }), 1);
  assert.equal(exitCode({ passed: 1, failed: 0 }), 0);
});
