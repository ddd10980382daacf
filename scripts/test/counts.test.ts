import assert from "node:assert/strict";
import { test } from "node:test";
import {
  closingLine,
  exitCode,
  failure,
  forgiven,
  noCounts,
  settle,
  slowest,
  sum,
  toRepeat,
} from "./counts.ts";

test("the closing line adds up the runners and names skipped tests only when there are any", () => {
  const api = { ...noCounts(), passed: 3 };
  assert.equal(closingLine(sum([api, { ...noCounts(), passed: 4, failed: 1 }])), "7 passed, 1 failed");
  assert.equal(closingLine(sum([api, { ...noCounts(), skipped: 2 }])), "3 passed, 0 failed, 2 skipped");
});

test("what failed in any runner is told, at a length that can be read", () => {
  const told = failure("api/a.test.ts", "adds", "x".repeat(5_000));
  assert.equal(told.told, `api/a.test.ts > adds\n${"x".repeat(2_000)}`);
  assert.deepEqual(sum([noCounts(), { ...noCounts(), failed: 1, failures: [told] }]).failures, [told]);
});

test("the slowest files of all runners come first", () => {
  const [a, b, c] = ["a", "b", "c"].map((file, nth) => ({ file: `${file}.test.ts`, seconds: nth * 10 }));
  const total = sum([
    { ...noCounts(), times: [a!, c!] },
    { ...noCounts(), times: [b!] },
  ]);
  assert.deepEqual(slowest(total, 2), [c, b]);
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

const failed = (...files: (string | undefined)[]) => ({
  ...noCounts(),
  passed: 5,
  failed: files.length,
  failures: files.map((file) => failure(file, "adds", "2 is not 3")),
});

for (const [what, counts, files] of [
  ["nothing when nothing failed", failed(), []],
  ["a file once, however many of its tests failed", failed("a", "a", "b"), ["a", "b"]],
  ["nothing when a runner fell over", { ...failed(), failed: 1 }, []],
  ["nothing when no file is to blame", failed(undefined), []],
  ["nothing when many files failed", failed("a", "b", "c", "d"), []],
] as const) {
  test(`run again is ${what}`, () => {
    assert.deepEqual(toRepeat(counts), files);
  });
}

test("a file that passes alone counts as passed; the others stay failed", () => {
  const counts = forgiven(failed("a", "a", "b"), "a");
  assert.deepEqual(counts, { ...failed("b"), passed: 7 });
});
