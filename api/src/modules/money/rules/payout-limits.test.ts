import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { mayMark, minimumFor, refusedPayout } from "./payout-limits.ts";
import { payoutReference } from "./payout-reference.ts";

const day = 86_400_000;
const now = new Date("2026-05-10T12:00:00Z");
const ago = (days: number) => new Date(now.getTime() - days * day);

describe("what can be paid out", () => {
  for (const [amount, minimum, available, refusal] of [
    [5000, 2000, 5000, null],
    [2000, 2000, 5000, null],
    [1999, 2000, 5000, { why: "too_small", minimum: 2000 }],
    [5001, 2000, 5000, { why: "too_large", available: 5000 }],
    [1, 1, 0, { why: "too_large", available: 0 }],
    [10, 20, 0, { why: "too_small", minimum: 20 }],
  ] as const) {
    it(`${amount} of ${available} with at least ${minimum}: ${refusal?.why ?? "yes"}`, () =>
      assert.deepEqual(refusedPayout(amount, { minimum, available }), refusal));
  }

  it("has a minimum per currency, and none where the site says nothing", () => {
    const minimums = [{ currency: "EUR", amountMinor: 2000 }];
    assert.equal(minimumFor(minimums, "EUR"), 2000);
    assert.equal(minimumFor(minimums, "JPY"), 1);
  });
});

describe("who says how a payout ended", () => {
  for (const [way, state, decided, may] of [
    ["bank", "approved", 0, true],
    ["bank", "on_its_way", 0, true],
    ["stripe", "approved", 0, false],
    ["stripe", "on_its_way", 2.9, false],
    ["stripe", "on_its_way", 3, true],
    ["stripe", "paid", 0, true],
  ] as const) {
    it(`${way}, ${state}, approved ${decided} days ago: ${may ? "the team may" : "the gateway alone"}`, () =>
      assert.equal(mayMark({ way, state, decidedAt: ago(decided) }, { now, silenceMs: 3 * day }), may));
  }
});

it("a payout has a reference of its own, always the same", () => {
  const id = "019a0000-0000-7000-8000-00000000002a";
  assert.equal(payoutReference(id), "P-000000001A");
  assert.match(payoutReference("019a3c77-8b1e-7c31-9d5f-3f6f0a1b2c3d"), /^P-[0-9A-HJKMNP-TV-Z]{10}$/);
});
