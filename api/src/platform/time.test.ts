import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import {
  addDays,
  dateOf,
  dayOf,
  instantToWall,
  isDate,
  normaliseZone,
  startOfMonth,
  startOfWeek,
  wallToInstant,
  weekdayOf,
  zoneOf,
} from "./time.ts";

const at = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const utc = (zone: string, date: string, clock: string): string =>
  wallToInstant(zone, date, at(clock)).toISOString().slice(0, 16);

test("a wall time becomes the instant its zone gives it on that date", () => {
  assert.equal(utc("Europe/Berlin", "2026-03-28", "09:00"), "2026-03-28T08:00");
  assert.equal(utc("Europe/Berlin", "2026-03-29", "09:00"), "2026-03-29T07:00");
  assert.equal(utc("Asia/Kolkata", "2026-06-01", "09:30"), "2026-06-01T04:00");
  assert.equal(utc("Asia/Kathmandu", "2026-06-01", "09:00"), "2026-06-01T03:15");
  assert.equal(utc("Pacific/Apia", "2026-06-01", "09:00"), "2026-05-31T20:00");
});

test("a skipped time moves forward by the gap", () => {
  assert.equal(utc("America/New_York", "2026-03-08", "02:30"), "2026-03-08T07:30");
  assert.equal(utc("Africa/Cairo", "2026-04-24", "00:00"), "2026-04-23T22:00");
  assert.equal(utc("Australia/Lord_Howe", "2026-10-04", "02:15"), "2026-10-03T15:45");
});

test("a doubled time is its first", () => {
  assert.equal(utc("America/New_York", "2026-11-01", "01:30"), "2026-11-01T05:30");
  assert.equal(utc("Europe/Berlin", "2026-10-25", "02:00"), "2026-10-25T00:00");
  assert.equal(utc("Australia/Lord_Howe", "2026-04-05", "01:45"), "2026-04-04T14:45");
  assert.equal(utc("Europe/Berlin", "2026-10-25", "03:00"), "2026-10-25T02:00");
});

test("what was asked before changes no answer", () => {
  const asked = [
    "2026-11-01 12:00",
    "2026-11-01 01:30",
    "2026-11-01 02:00",
    "2026-03-08 02:30",
    "2026-03-08 03:30",
    "2025-01-01 00:00",
  ];
  const answers = (order: string[]) =>
    order.map((wall) => [wall, utc("America/New_York", wall.slice(0, 10), wall.slice(11))] as const);
  const forwards = new Map(answers(asked));
  assert.deepEqual(new Map(answers(asked.toReversed())), forwards);
  assert.equal(forwards.get("2026-11-01 01:30"), "2026-11-01T05:30");
});

test("minutes beyond midnight are wall times of the next date", () => {
  assert.equal(
    wallToInstant("America/New_York", "2026-03-07", 1440 + 180).toISOString(),
    "2026-03-08T07:00:00.000Z",
  );
  assert.equal(wallToInstant("Europe/London", "2026-10-24", 2160).toISOString(), "2026-10-25T12:00:00.000Z");
});

test("an instant becomes what the clocks of a zone show", () => {
  const show = (zone: string, iso: string) => instantToWall(zone, new Date(iso));
  assert.deepEqual(show("America/New_York", "2026-11-01T05:30:00Z"), { date: "2026-11-01", minutes: 90 });
  assert.deepEqual(show("America/New_York", "2026-11-01T06:30:59Z"), { date: "2026-11-01", minutes: 90 });
  assert.deepEqual(show("Asia/Shanghai", "2026-12-31T16:00:00Z"), { date: "2027-01-01", minutes: 0 });
});

test("a zone has one name whatever it was called", () => {
  const names: Record<string, string | undefined> = {
    "Asia/Calcutta": "Asia/Kolkata",
    "Asia/Kolkata": "Asia/Kolkata",
    "Europe/Kiev": "Europe/Kyiv",
    "Europe/Kyiv": "Europe/Kyiv",
    "america/buenos_aires": "America/Argentina/Buenos_Aires",
    "US/Pacific": "America/Los_Angeles",
    "EUROPE/BERLIN": "Europe/Berlin",
    "Etc/UTC": "UTC",
    gmt: "UTC",
    "+05:30": undefined,
    "-08:00": undefined,
    BST: undefined,
    IST: undefined,
    "SystemV/EST5": undefined,
    "Mars/Olympus": undefined,
    " Europe/Berlin": undefined,
    "": undefined,
  };
  for (const [given, expected] of Object.entries(names)) assert.equal(normaliseZone(given), expected, given);
  for (const zone of Intl.supportedValuesOf("timeZone")) {
    const name = normaliseZone(zone)!;
    assert.equal(normaliseZone(name), name);
    assert.equal(zoneOf(name), zoneOf(zone));
  }
});

test("an unknown zone and an impossible date are refused", () => {
  assert.throws(() => wallToInstant("Mars/Olympus", "2026-01-01", 0), RangeError);
  assert.throws(() => wallToInstant("Europe/Berlin", "2026-02-29", 0), RangeError);
  assert.throws(() => zoneOf("Europe/Berlin").offsetAt(Date.UTC(12_000, 0)), RangeError);
  assert.throws(() => zoneOf("Europe/Berlin").offsetAt(Number.NaN), RangeError);
});

test("only real dates written in full are dates", () => {
  for (const date of ["2024-02-29", "1900-01-01", "2199-12-31", "2026-11-21"])
    assert.equal(isDate(date), true, date);
  const wrong = [
    "2026-02-29",
    "2026-13-01",
    "2026-1-1",
    "1899-12-31",
    "2200-01-01",
    "2026-01-01T00:00",
    "+2026-01-01",
    "",
  ];
  for (const date of wrong) assert.equal(isDate(date), false, date);
});

test("days count on across months, leap days and years", () => {
  assert.equal(addDays("2024-02-28", 2), "2024-03-01");
  assert.equal(addDays("2026-01-01", -1), "2025-12-31");
  assert.equal(dateOf(dayOf("2026-11-21")), "2026-11-21");
  assert.equal(weekdayOf(dayOf("2026-11-21")), 6);
  assert.equal(weekdayOf(dayOf("1969-12-28")), 7);
  assert.equal(dateOf(startOfWeek(dayOf("2026-11-22"))), "2026-11-16");
  assert.equal(dateOf(startOfMonth(dayOf("2026-11-30"))), "2026-11-01");
  assert.equal(dateOf(startOfMonth(dayOf("2026-12-31"), 1)), "2027-01-01");
});

test("random wall times and instants agree with Temporal", () => {
  const zone = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
  const minute = fc.integer({ min: Date.UTC(2015, 1) / 60_000, max: Date.UTC(2037, 0) / 60_000 });
  fc.assert(
    fc.property(zone, minute, (name, time) => {
      const instant = time * 60_000;
      const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(name);
      assert.equal(zoneOf(name).offsetAt(instant), zoned.offsetNanoseconds / 1e6);
      const wall = new Date(instant).toISOString().slice(0, 16);
      const expected = Temporal.PlainDateTime.from(wall).toZonedDateTime(name, {
        disambiguation: "compatible",
      });
      const ours = wallToInstant(name, wall.slice(0, 10), at(wall.slice(11)));
      assert.equal(ours.getTime(), expected.epochMilliseconds);
    }),
    { numRuns: 1000 },
  );
});
