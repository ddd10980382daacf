import assert from "node:assert/strict";
import { test } from "node:test";
import { weeklyHours } from "./hours.ts";

test("days and times are spelled out", () => {
  assert.deepEqual(weeklyHours([["Fri-Sat", "09:00-12:30"]]), [
    { weekday: 5, startMinute: 540, endMinute: 750 },
    { weekday: 6, startMinute: 540, endMinute: 750 },
  ]);
});

test("a week may go round, and a day may stand alone", () => {
  const days = (text: string) => weeklyHours([[text, "10:00-15:00"]]).map(({ weekday }) => weekday);
  assert.deepEqual(days("Sun-Tue"), [7, 1, 2]);
  assert.deepEqual(days("Wed"), [3]);
});
