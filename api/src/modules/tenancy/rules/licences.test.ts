import assert from "node:assert/strict";
import { test } from "node:test";
import { endOf, type LicenceKind, type LicenceState, stateAt, warningsOf } from "./licences.ts";
import { daysUntil, trialTimes } from "./plans.ts";
import { periodAt } from "./usage-period.ts";

const at = (day: number, hour = 0) => new Date(Date.UTC(2027, 0, day, hour));

test("a trial ends at its end, a subscription after its grace, a lifetime licence never", () => {
  assert.deepEqual(endOf({ kind: "trial", expiresAt: at(10) }, 5), at(10));
  assert.deepEqual(endOf({ kind: "subscription", expiresAt: at(10) }, 5), at(15));
  assert.equal(endOf({ kind: "lifetime", expiresAt: null }, 5), null);
});

test("the state follows from time", () => {
  const rows: [LicenceKind, LicenceState, number, number, LicenceState][] = [
    // kind, state so far, days of grace, day of January, state then; the period ends on the 10th
    ["trial", "active", 5, 9, "active"],
    ["trial", "active", 5, 10, "expired"],
    ["subscription", "active", 0, 10, "expired"],
    ["subscription", "active", 5, 9, "active"],
    ["subscription", "active", 5, 10, "grace"],
    ["subscription", "grace", 5, 14, "grace"],
    ["subscription", "grace", 5, 15, "expired"],
    ["subscription", "suspended", 5, 11, "suspended"],
    ["subscription", "suspended", 5, 15, "suspended"],
    ["subscription", "revoked", 5, 20, "revoked"],
    ["subscription", "replaced", 5, 20, "replaced"],
  ];
  for (const [kind, state, grace, day, then] of rows) {
    assert.equal(
      stateAt({ kind, state, expiresAt: at(10) }, grace, at(day)),
      then,
      `${kind} ${state} ${day}`,
    );
  }
  const tenYears = new Date(Date.UTC(2037, 0, 1));
  assert.equal(stateAt({ kind: "lifetime", state: "active", expiresAt: null }, 0, tenYears), "active");
});

test("warnings come a week and a day before, those that lie ahead", () => {
  assert.deepEqual(warningsOf(at(20), at(1)), [
    { key: "7d", at: at(13) },
    { key: "1d", at: at(19) },
  ]);
  assert.deepEqual(warningsOf(at(20), at(15)), [{ key: "1d", at: at(19) }]);
  assert.deepEqual(warningsOf(at(20), at(19)), []);
});

test("a new site tries for 14 days and is told 3 days before", () => {
  assert.deepEqual(trialTimes(at(1)), { endsAt: at(15), warnsAt: at(12) });
  assert.deepEqual(
    [at(15), at(14, 1), at(1), at(16)].map((end) => daysUntil(end, at(14))),
    [1, 1, 0, 2],
  );
});

test("a month is the site's own, from its first minute", () => {
  const instant = new Date("2027-01-31T16:00:00Z");
  assert.deepEqual(
    ["UTC", "Asia/Shanghai", "America/New_York"].map((zone) => periodAt("month", instant, zone)),
    ["2027-01", "2027-02", "2027-01"],
  );
  assert.equal(periodAt("always", instant, "UTC"), "always");
});
