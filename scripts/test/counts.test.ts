import assert from "node:assert/strict";
import { test } from "node:test";
import { closingLine, exitCode, settle, sum } from "./counts.ts";

test("the closing line adds up the runners and names skipped tests only when there are any", () => {
  const api = { passed: 3, failed: 0, skipped: 0 };
  assert.equal(closingLine(sum([api, { passed: 4, failed: 1, skipped: 0 }])), "7 passed, 1 failed");
  assert.equal(
    closingLine(sum([api, { passed: 0, failed: 0, skipped: 2 }])),
    "3 passed, 0 failed, 2 skipped",
  );
});

test("a runner that fell over before it counted is one failure", () => {
  assert.deepEqual(settle("", 7), { passed: 0, failed: 1, skipped: 0 });
  assert.deepEqual(settle('{"passed":5,"failed":0,"skipped":0}', 1), { passed: 5, failed: 1, skipped: 0 });
  assert.deepEqual(settle('{"passed":5,"failed":2,"skipped":0}', 1), { passed: 5, failed: 2, skipped: 0 });
});

test("a run in which nothing passed is not green", () => {
  assert.equal(exitCode(sum([])), 1);
  assert.equal(exitCode({ passed: 0, failed: 0, skipped: 9 }), 1);
  assert.equal(exitCode({ passed: 1, failed: 1, skipped: 0 }), 1);
  assert.equal(exitCode({ passed: 1, failed: 0, skipped: 0 }), 0);
});
