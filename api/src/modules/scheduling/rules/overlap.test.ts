import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Availability } from "./availability.ts";
import { overlapOf } from "./overlap.ts";
import { spansOf } from "./spans.ts";

const office = (zone: string, startMinute: number, endMinute: number): Availability => ({
  zone,
  rules: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startMinute, endMinute })),
});
const at = (iso: string): number => Date.parse(`${iso}Z`);
const clocks = (starts: number[]) => starts.map((start) => new Date(start).toISOString().slice(5, 16));

describe("the time two people have in common", () => {
  const berlin = { availability: office("Europe/Berlin", 540, 1020), busy: [] };
  const newYork = { availability: office("America/New_York", 540, 1020), busy: [] };

  test("Berlin and New York share two hours a day, three while only one has changed its clocks", () => {
    const june = overlapOf(berlin, newYork, 60, at("2026-06-01T00:00"), at("2026-06-08T00:00"));
    assert.equal(june.minutesPerWeek, 5 * 120);
    assert.deepEqual(clocks(june.slots).slice(0, 3), ["06-01T13:00", "06-01T14:00", "06-02T13:00"]);
    const march = overlapOf(berlin, newYork, 60, at("2026-03-09T00:00"), at("2026-03-16T00:00"));
    assert.equal(march.minutesPerWeek, 5 * 180);
  });

  test("what either has booked is not offered but still counts as common hours", () => {
    const busy = spansOf([{ start: new Date("2026-06-01T13:30Z"), end: new Date("2026-06-01T14:00Z") }]);
    const found = overlapOf(berlin, { ...newYork, busy }, 60, at("2026-06-01T00:00"), at("2026-06-02T00:00"));
    assert.deepEqual(clocks(found.slots), ["06-01T14:00"]);
    assert.equal(found.minutesPerWeek, 7 * 120);
  });

  test("the same whoever asks, and nothing for those who never meet", () => {
    const range = [at("2026-06-01T00:00"), at("2026-06-15T00:00")] as const;
    assert.deepEqual(overlapOf(berlin, newYork, 30, ...range), overlapOf(newYork, berlin, 30, ...range));
    const auckland = { availability: office("Pacific/Auckland", 540, 1020), busy: [] };
    assert.deepEqual(overlapOf(berlin, auckland, 30, ...range), { minutesPerWeek: 0, slots: [] });
  });

  test("the slots of two who are always free do not depend on the range", () => {
    const always = {
      availability: {
        zone: "UTC",
        rules: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startMinute: 0, endMinute: 1440 })),
      },
      busy: [],
    };
    const whole = overlapOf(always, always, 50, at("2026-06-01T00:00"), at("2026-06-15T00:00")).slots;
    const part = overlapOf(always, always, 50, at("2026-06-05T07:00"), at("2026-06-06T00:00")).slots;
    assert.deepEqual(
      part,
      whole.filter((start) => start >= part[0]! && start <= part.at(-1)!),
    );
    assert.equal(clocks(part)[0], "06-05T07:30");
  });
});
