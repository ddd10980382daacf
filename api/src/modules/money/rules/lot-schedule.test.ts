import assert from "node:assert/strict";
import { test } from "node:test";
import { nextMoment } from "./lot-schedule.ts";

const expiresAt = new Date("2027-03-31T12:00:00Z");

const cases: readonly (readonly [after: string, at: string | null, daysLeft: number | null])[] = [
  ["2026-03-31T12:00:00Z", "2027-03-01T12:00:00.000Z", 30],
  ["2027-03-01T11:59:59Z", "2027-03-01T12:00:00.000Z", 30],
  ["2027-03-01T12:00:00Z", "2027-03-24T12:00:00.000Z", 7],
  ["2027-03-24T12:00:00Z", "2027-03-30T12:00:00.000Z", 1],
  ["2027-03-30T12:00:00Z", "2027-03-31T12:00:00.000Z", 0],
  ["2027-03-31T12:00:00Z", null, null],
];

for (const [after, at, daysLeft] of cases) {
  test(`after ${after}: ${at === null ? "nothing" : `${daysLeft} days before`}`, () => {
    const moment = nextMoment(expiresAt, new Date(after));
    assert.equal(moment?.at.toISOString() ?? null, at);
    assert.equal(moment?.daysLeft ?? null, daysLeft);
  });
}
