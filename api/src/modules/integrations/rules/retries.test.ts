import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isGivenUp, mostAttempts, nextAttemptAt, verdictOf } from "./retries.ts";

const now = new Date("2026-03-01T12:00:00Z");
const waitSeconds = (attempts: number, spread = 0.5, wishedSeconds: number | null = null) => {
  const next = nextAttemptAt(attempts, now, { spread, wishedSeconds });
  return next && (next.getTime() - now.getTime()) / 1000;
};

describe("retries", () => {
  it("follow the schedule in the middle of the spread", () => {
    assert.deepEqual(
      [1, 2, 3, 4, 9].map((attempts) => waitSeconds(attempts)),
      [5, 300, 1800, 7200, 86_400],
    );
  });
  it("spread by a fifth either way", () => {
    assert.deepEqual([waitSeconds(2, 0), waitSeconds(2, 1)], [240, 360]);
  });
  it("end after the tenth attempt", () => {
    assert.equal(mostAttempts, 10);
    assert.equal(waitSeconds(10), null);
  });
  it("grant a wish for later, up to a day", () => {
    assert.equal(waitSeconds(1, 0.5, 60), 60);
    assert.equal(waitSeconds(2, 0.5, 60), 300);
    assert.equal(waitSeconds(1, 0.5, 999_999), 86_400);
  });
});

describe("verdicts", () => {
  for (const [status, verdict] of [
    [200, "delivered"],
    [204, "delivered"],
    [301, "retry"],
    [400, "retry"],
    [410, "gone"],
    [429, "retry"],
    [500, "retry"],
    [null, "retry"],
  ] as const) {
    it(`${status}: ${verdict}`, () => assert.equal(verdictOf(status), verdict));
  }
});

describe("giving up", () => {
  it("takes five days of failures alone", () => {
    assert.equal(isGivenUp(new Date("2026-02-24T12:00:00Z"), now), true);
    assert.equal(isGivenUp(new Date("2026-02-24T12:00:01Z"), now), false);
    assert.equal(isGivenUp(null, now), false);
  });
});
