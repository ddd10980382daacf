import assert from "node:assert/strict";
import { test } from "node:test";
import { days, hours } from "../../../platform/time.ts";
import { emptyWeek, lengthOf, sharedSlots, slotsIn, weekOfHours, weekOfSpans } from "./week.ts";

const winter = new Date("2026-01-14T12:00:00Z");
const summer = new Date("2026-07-15T12:00:00Z");
const evening = [{ weekday: 1, startMinute: 18 * 60, endMinute: 21 * 60 }];

test("the same hours in other zones are the same half hours", () => {
  const berlin = weekOfHours(evening, "Europe/Berlin", winter);
  assert.deepEqual(slotsIn(berlin), [34, 35, 36, 37, 38, 39]);
  const kolkata = [{ weekday: 1, startMinute: 22 * 60 + 30, endMinute: 25 * 60 + 30 }];
  assert.equal(sharedSlots(berlin, weekOfHours(kolkata, "Asia/Kolkata", winter)), 6);
  assert.equal(sharedSlots(berlin, weekOfHours(evening, "America/Los_Angeles", winter)), 0);
});

test("the zone's clock counts as it stands in that week", () => {
  const [inWinter, inSummer] = [winter, summer].map((at) => weekOfHours(evening, "Europe/Berlin", at));
  assert.equal(sharedSlots(inWinter!, inSummer!), 4);
});

test("hours run over the ends of days and weeks", () => {
  const sundayNight = [{ weekday: 7, startMinute: 23 * 60, endMinute: 26 * 60 }];
  assert.deepEqual(slotsIn(weekOfHours(sundayNight, "UTC", winter)), [0, 1, 2, 3, 334, 335]);
  assert.equal(
    lengthOf(weekOfHours([{ weekday: 1, startMinute: 0, endMinute: 1440 * 7 }], "Asia/Kathmandu", winter)),
    336,
  );
});

test("a week of spans has the half hours that are open often enough", () => {
  const monday = Date.UTC(2026, 0, 5);
  const at = (week: number, hour: number) => monday + days(7 * week) + hours(hour);
  const spans = [at(0, 9), at(0, 11), at(1, 9), at(1, 10), at(2, 9), at(2, 10), at(3, 10), at(3, 11)];
  assert.deepEqual(slotsIn(weekOfSpans(spans, monday, 2)), [18, 19, 20, 21]);
  assert.deepEqual(slotsIn(weekOfSpans(spans, monday, 3)), [18, 19]);
  assert.deepEqual(weekOfSpans([], monday, 1), emptyWeek());
});
