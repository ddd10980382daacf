import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Party } from "./booking-states.ts";
import {
  type CancellationPolicy,
  defaultCancellationPolicy as standard,
  problemOfPolicy,
  refundPercent,
} from "./cancellation-policy.ts";

describe("cancellation policy", () => {
  const startsAt = new Date("2026-06-02T10:00Z");
  const cases: [by: Party, now: string, percent: number][] = [
    ["client", "2026-06-01T10:00:00", 100],
    ["client", "2026-06-01T10:00:01", 50],
    ["client", "2026-06-02T09:00:00", 50],
    ["client", "2026-06-02T09:00:01", 0],
    ["client", "2026-06-02T10:30:00", 0],
    ["provider", "2026-06-02T09:59:00", 100],
    ["staff", "2026-06-02T10:30:00", 100],
    ["system", "2026-06-02T09:59:00", 100],
  ];
  for (const [by, now, percent] of cases) {
    test(`the ${by} cancels at ${now}: ${percent} %`, () => {
      assert.equal(refundPercent(standard, by, startsAt, new Date(`${now}Z`)), percent);
    });
  }

  test("a table that cannot be meant is refused", () => {
    const client = (...steps: [number, number][]): CancellationPolicy => ({
      ...standard,
      client: steps.map(([hoursBefore, percent]) => ({ hoursBefore, refundPercent: percent })),
    });
    assert.equal(problemOfPolicy(standard), null);
    assert.equal(problemOfPolicy(client()), null);
    assert.equal(problemOfPolicy(client([1, 50], [24, 100])), null);
    assert.equal(problemOfPolicy(client([24, 101])), "percent_out_of_range");
    assert.equal(problemOfPolicy(client([24, 12.5])), "percent_out_of_range");
    assert.equal(problemOfPolicy({ ...standard, otherPercent: -1 }), "percent_out_of_range");
    assert.equal(problemOfPolicy(client([-1, 50])), "hours_out_of_range");
    assert.equal(problemOfPolicy(client([24, 50], [24, 60])), "hours_twice");
    assert.equal(problemOfPolicy(client([24, 50], [1, 60])), "later_gives_more");
  });
});
