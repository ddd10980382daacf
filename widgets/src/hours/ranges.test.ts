import { assert } from "chai";
import { type Draft, draftOf, isWrong, problemIn, rulesOf } from "./draft.ts";
import { hoursOf, minuteOf, problemOf, type Range, rangeOf, timeOf } from "./ranges.ts";

const range = (start: string, end: string, isOvernight = false): Range => ({
  start: minuteOf(start),
  end: minuteOf(end),
  isOvernight,
});

const week = (days: Readonly<Record<number, readonly Range[]>>): Draft => ({
  timeZone: "UTC",
  isAccepting: true,
  days: [1, 2, 3, 4, 5, 6, 7].map((weekday) => days[weekday] ?? []),
  dated: [],
  stays: [],
});

describe("hours as they are written", () => {
  it("go into fields and out again unchanged, midnight and the next day included", () => {
    for (const hours of [
      { startMinute: 540, endMinute: 1020 },
      { startMinute: 0, endMinute: 1440 },
      { startMinute: 1320, endMinute: 1560 },
      { startMinute: 600, endMinute: 2040 },
    ])
      assert.deepEqual(hoursOf(rangeOf(hours)), hours);
    assert.equal(timeOf(545), "09:05");
    assert.isNull(minuteOf(""));
  });

  for (const [written, problem] of [
    [range("09:00", "17:00"), null],
    [range("09:00", "00:00"), null],
    [range("00:00", "00:00"), null],
    [range("22:00", "02:00", true), null],
    [range("", "17:00"), "missing"],
    [range("17:00", "09:00"), "inverted"],
    [range("09:00", "09:00"), "inverted"],
    [range("09:00", "10:00", true), "tooLong"],
  ] as const) {
    it(`${timeOf(written.start)} to ${timeOf(written.end)}: ${problem ?? "right"}`, () =>
      assert.equal(problemOf(written), problem));
  }

  it("overlap within a day, past midnight and across the end of the week", () => {
    const at = (draft: Draft, weekday: 1 | 2 | 7) => problemIn(draft, weekday, { at: 0, isSent: true });
    assert.equal(at(week({ 1: [range("09:00", "12:00"), range("11:00", "13:00")] }), 1), "overlap");
    assert.isNull(at(week({ 1: [range("09:00", "12:00"), range("12:00", "13:00")] }), 1));
    const night = range("22:00", "02:00", true);
    assert.equal(at(week({ 1: [night], 2: [range("01:00", "03:00")] }), 2), "overlap");
    assert.isNull(at(week({ 1: [night], 2: [range("02:00", "03:00")] }), 2));
    assert.equal(at(week({ 7: [night], 1: [range("00:00", "01:00")] }), 7), "overlap");
    assert.isTrue(isWrong(week({ 3: [range("", "")] })));
  });

  it("keep hours of some dates and are sent with where they stand", () => {
    const draft = draftOf({
      hostId: "h",
      timeZone: "UTC",
      isAccepting: true,
      stays: [],
      version: 1,
      hours: [
        { weekday: 2, startMinute: 60, endMinute: 120, validFrom: null, validUntil: null },
        { weekday: 1, startMinute: 60, endMinute: 120, validFrom: "2026-06-01", validUntil: null },
      ],
    });
    assert.deepEqual(
      rulesOf(draft).map(({ place }) => place),
      ["day-2-0", null],
    );
  });
});
