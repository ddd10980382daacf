import assert from "node:assert/strict";
import { test } from "node:test";
import { expiryAfter } from "./credit-expiry.ts";

const cases: readonly (readonly [at: string, months: number, expires: string])[] = [
  ["2026-11-29T13:00:00.000Z", 12, "2027-11-29T13:00:00.000Z"],
  ["2028-02-29T00:00:00.000Z", 12, "2029-02-28T00:00:00.000Z"],
  ["2026-08-31T23:59:59.999Z", 1, "2026-09-30T23:59:59.999Z"],
  ["2026-12-31T10:00:00.000Z", 2, "2027-02-28T10:00:00.000Z"],
];

for (const [at, months, expires] of cases) {
  test(`${at} and ${months} months: ${expires}`, () => {
    assert.equal(expiryAfter(new Date(at), months).toISOString(), expires);
  });
}
