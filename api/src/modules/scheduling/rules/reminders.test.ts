import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isWorthSending, remindersFor } from "./reminders.ts";

describe("reminders", () => {
  const startsAt = new Date("2026-06-02T10:00Z");
  const cases: [now: string, due: string[]][] = [
    ["2026-05-20T10:00", ["06-01T10:00", "06-02T09:00", "06-02T09:45"]],
    ["2026-06-01T10:00", ["06-02T09:00", "06-02T09:45"]],
    ["2026-06-02T09:30", ["06-02T09:45"]],
    ["2026-06-02T09:45", []],
    ["2026-06-03T09:45", []],
  ];
  for (const [now, due] of cases) {
    test(`agreed at ${now}, ${due.length} are to come`, () => {
      const found = remindersFor(startsAt, new Date(`${now}Z`));
      assert.deepEqual(
        found.map(({ dueAt }) => dueAt.toISOString().slice(5, 16)),
        due,
      );
    });
  }

  test("a late reminder is dropped when a closer one is due too, or the session began", () => {
    assert.equal(isWorthSending(1440, startsAt, new Date("2026-06-01T10:00Z")), true);
    assert.equal(isWorthSending(1440, startsAt, new Date("2026-06-02T08:59Z")), true);
    assert.equal(isWorthSending(1440, startsAt, new Date("2026-06-02T09:00Z")), false);
    assert.equal(isWorthSending(15, startsAt, new Date("2026-06-02T09:59Z")), true);
    assert.equal(isWorthSending(15, startsAt, new Date("2026-06-02T10:00Z")), false);
  });
});
