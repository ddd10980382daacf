import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Availability, type WeeklyRule, openTime, spansOfOpen } from "./availability.ts";
import { intersection } from "./spans.ts";

const clock = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
const hours = (text: string) => ({ startMinute: clock(text), endMinute: clock(text.slice(6)) });
const weekly = (weekdays: number[], text: string): WeeklyRule[] =>
  weekdays.map((weekday) => ({ weekday, ...hours(text) }));
const daily = (text: string): WeeklyRule[] => weekly([1, 2, 3, 4, 5, 6, 7], text);

/** Open time within a range as "06-13T14:00 06-13T19:00" pairs. */
function open(availability: Availability, from: string, until: string): string[] {
  const range = [Date.parse(`${from}Z`), Date.parse(`${until}Z`)] as const;
  const spans = intersection(spansOfOpen(openTime(availability, ...range)), range);
  const texts = spans.map((instant) => new Date(instant).toISOString().slice(5, 16));
  return texts.flatMap((text, at) => (at % 2 === 0 ? [`${text} ${texts[at + 1]}`] : []));
}

describe("open time", () => {
  const newYork: Availability = { zone: "America/New_York", rules: weekly([1, 2, 3, 4, 5], "08:00-17:00") };

  test("an override replaces the hours of its date", () => {
    const availability = { ...newYork, overrides: [{ date: "2023-06-13", hours: [hours("10:00-15:00")] }] };
    const week = ["06-13T14:00 06-13T19:00", "06-14T12:00 06-14T21:00"];
    assert.deepEqual(open(availability, "2023-06-13T00:00", "2023-06-15T00:00"), week);
    const onVacation = { ...availability, closed: [{ from: "2023-06-10", until: "2023-06-13" }] };
    assert.deepEqual(open(onVacation, "2023-06-13T00:00", "2023-06-15T00:00"), week.slice(1));
  });

  test("an override late in the evening counts for its own date, not for UTC's", () => {
    const availability = { ...newYork, overrides: [{ date: "2023-06-13", hours: [hours("22:00-23:00")] }] };
    assert.deepEqual(open(availability, "2023-06-13T00:00", "2023-06-15T00:00"), [
      "06-14T02:00 06-14T03:00",
      "06-14T12:00 06-14T21:00",
    ]);
  });

  test("an override without hours is a day off", () => {
    const availability = { ...newYork, overrides: [{ date: "2023-06-13", hours: [] }] };
    assert.deepEqual(open(availability, "2023-06-13T00:00", "2023-06-15T00:00"), ["06-14T12:00 06-14T21:00"]);
  });

  test("days that touch are one stretch", () => {
    const twoDays = { zone: "Europe/London", rules: weekly([1, 2], "00:00-24:00") };
    assert.deepEqual(open(twoDays, "2023-06-10T00:00", "2023-06-16T00:00"), ["06-11T23:00 06-13T23:00"]);
  });

  test("hours past midnight end on the next date by its own clock", () => {
    const nights = { zone: "America/New_York", rules: weekly([6], "22:00-28:00") };
    // The night of 7 March 2026 is an hour short, that of 31 October an hour long.
    assert.deepEqual(open(nights, "2026-03-07T00:00", "2026-03-09T00:00"), ["03-08T03:00 03-08T08:00"]);
    assert.deepEqual(open(nights, "2026-10-31T00:00", "2026-11-02T00:00"), ["11-01T02:00 11-01T09:00"]);
  });

  test("a day off ends at its midnight what spills into it", () => {
    const nights: Availability = { zone: "UTC", rules: daily("22:00-26:00") };
    const dayOff = { ...nights, overrides: [{ date: "2026-06-02", hours: [] }] };
    const left = ["06-01T00:00 06-01T02:00", "06-01T22:00 06-02T00:00", "06-03T22:00 06-04T00:00"];
    assert.deepEqual(open(dayOff, "2026-06-01T00:00", "2026-06-04T00:00"), left);
    const holiday = { ...nights, closed: [{ from: "2026-06-02", until: "2026-06-02" }] };
    assert.deepEqual(open(holiday, "2026-06-01T00:00", "2026-06-04T00:00"), left);
  });

  test("a rule holds between its dates, both included", () => {
    const rules = [{ ...weekly([1], "09:00-10:00")[0]!, validFrom: "2026-06-08", validUntil: "2026-06-15" }];
    const expected = ["06-08T09:00 06-08T10:00", "06-15T09:00 06-15T10:00"];
    assert.deepEqual(open({ zone: "UTC", rules }, "2026-06-01T00:00", "2026-07-01T00:00"), expected);
  });

  test("a traveller keeps the same hours in the zone of each stay", () => {
    const availability: Availability = {
      zone: "Europe/Berlin",
      rules: daily("08:00-17:00"),
      stays: [
        { zone: "America/New_York", from: "2023-01-02", until: "2023-01-03" },
        { zone: "Asia/Kolkata", from: "2023-01-05", until: null },
      ],
    };
    assert.deepEqual(open(availability, "2023-01-01T00:00", "2023-01-06T00:00"), [
      "01-01T07:00 01-01T16:00",
      "01-02T13:00 01-02T22:00",
      "01-03T13:00 01-03T22:00",
      "01-04T07:00 01-04T16:00",
      "01-05T02:30 01-05T11:30",
    ]);
  });
});

describe("open time on days the clock changes", () => {
  const cases: [zone: string, text: string, date: string, utc: string][] = [
    ["America/New_York", "13:00-18:00", "2026-11-01", "11-01T18:00 11-01T23:00"],
    ["America/New_York", "13:00-18:00", "2026-03-08", "03-08T17:00 03-08T22:00"],
    ["America/New_York", "00:00-06:00", "2026-03-08", "03-08T05:00 03-08T10:00"],
    ["Africa/Cairo", "09:00-17:00", "2026-04-24", "04-24T06:00 04-24T14:00"],
    ["Africa/Cairo", "00:00-08:00", "2026-04-24", "04-23T22:00 04-24T05:00"],
    ["Asia/Beirut", "14:30-20:00", "2026-03-29", "03-29T11:30 03-29T17:00"],
    ["Europe/London", "14:00-18:00", "2026-03-29", "03-29T13:00 03-29T17:00"],
    ["Europe/Berlin", "02:30-04:00", "2026-03-29", "03-29T01:30 03-29T02:00"],
    ["Europe/Berlin", "01:30-02:30", "2026-10-25", "10-24T23:30 10-25T00:30"],
    ["Australia/Lord_Howe", "01:00-03:00", "2026-10-04", "10-03T14:30 10-03T16:00"],
  ];
  for (const [zone, text, date, utc] of cases) {
    test(`${zone} ${text} on ${date}`, () => {
      const availability: Availability = { zone, rules: [], overrides: [{ date, hours: [hours(text)] }] };
      assert.deepEqual(open(availability, `${date.slice(0, 8)}01T00:00`, `2026-12-01T00:00`), [utc]);
    });
  }

  test("hours inside the skipped hour are gone on that date only", () => {
    const availability: Availability = { zone: "Europe/Berlin", rules: daily("02:00-03:00") };
    assert.deepEqual(open(availability, "2026-03-28T00:00", "2026-03-31T00:00"), [
      "03-28T01:00 03-28T02:00",
      "03-30T00:00 03-30T01:00",
    ]);
  });
});
