import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { minutes, wallToInstant } from "../../../platform/time.ts";
import { type Availability, type Hours } from "./availability.ts";
import { type SlotSearch, type SlotShape, findSlots, isBookable, refusalOfSlot } from "./slots.ts";
import { type Spans, spansOf } from "./spans.ts";

const instant = (iso: string): number => Date.parse(`${iso}Z`);
const span = (start: string, end: string) => ({ start: new Date(`${start}Z`), end: new Date(`${end}Z`) });
const clock = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
const hours = (...texts: string[]): Hours[] =>
  texts.map((text) => ({ startMinute: clock(text), endMinute: clock(text.slice(6)) }));

/** Availability on single dates only: `{ "2026-01-01": ["09:00-12:00"] }`. */
const onDates = (zone: string, dates: Record<string, string[]>): Availability => ({
  zone,
  rules: [],
  overrides: Object.entries(dates).map(([date, texts]) => ({ date, hours: hours(...texts) })),
});

const shape = (lengthMinutes: number, stepMinutes = lengthMinutes, before = 0, after = 0): SlotShape => ({
  lengthMinutes,
  stepMinutes,
  bufferBeforeMinutes: before,
  bufferAfterMinutes: after,
});

interface Case extends Partial<SlotSearch> {
  availability: Availability;
  shape: SlotShape;
  from: string;
  until: string;
}

/** The slots of a case as UTC clock times, with the date where the range is longer than a day. */
function slots({ from, until, ...search }: Case): string[] {
  const whole: SlotSearch = { busy: [], now: 0, ...search };
  const found = findSlots(whole, instant(from), instant(until));
  assert.ok(found.every((start) => isBookable(whole, start)));
  const oneDay = instant(until) - instant(from) <= minutes(1440);
  return found.map((start) => new Date(start).toISOString().slice(oneDay ? 11 : 5, 16));
}

const every = (first: string, step: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) =>
    new Date(instant(`2026-01-01T${first}`) + minutes(step * at)).toISOString().slice(11, 16),
  );

describe("slots", () => {
  const now = instant("2021-06-20T11:59:59");
  const june21 = { from: "2021-06-21T00:00", until: "2021-06-22T00:00" };

  test("a whole day holds 24 hours and 72 times twenty minutes", () => {
    const availability = onDates("UTC", { "2021-06-21": ["00:00-24:00"] });
    assert.deepEqual(slots({ availability, shape: shape(60), now, ...june21 }), every("00:00", 60, 24));
    assert.deepEqual(slots({ availability, shape: shape(20), now, ...june21 }), every("00:00", 20, 72));
  });

  test("today begins after now", () => {
    const availability = onDates("UTC", { "2021-06-20": ["00:00-24:00"] });
    const today = { from: "2021-06-20T00:00", until: "2021-06-21T00:00" };
    assert.deepEqual(slots({ availability, shape: shape(60), now, ...today }), every("12:00", 60, 12));
  });

  test("overlapping hours give each start once", () => {
    const availability = onDates("UTC", { "2021-06-21": ["11:00-12:00", "11:20-12:40"] });
    const expected = ["11:00", "11:20", "11:40", "12:00", "12:20"];
    assert.deepEqual(slots({ availability, shape: shape(20), now, ...june21 }), expected);
  });

  // Rivals round the first start up to a full hour (10:00 12:00 13:00 here) and lose the quarter before it.
  test("slots begin where the hours begin, in whatever order they are written", () => {
    const dates = {
      "2021-06-21": ["11:30-14:00", "09:15-11:00"],
      "2021-06-22": ["09:15-11:00", "11:30-14:00"],
    };
    assert.deepEqual(
      slots({
        availability: onDates("UTC", dates),
        shape: shape(60),
        now,
        from: "2021-06-21T00:00",
        until: "2021-06-23T00:00",
      }),
      ["06-21T09:15", "06-21T11:30", "06-21T12:30", "06-22T09:15", "06-22T11:30", "06-22T12:30"],
    );
  });

  test("quarters of an hour in the morning and the evening", () => {
    const availability = onDates("UTC", { "2023-07-13": ["07:00-15:00", "18:30-21:00"] });
    const found = slots({
      availability,
      shape: shape(15),
      now,
      noticeMinutes: 120,
      from: "2023-07-13T00:00",
      until: "2023-07-14T00:00",
    });
    assert.deepEqual(found, [...every("07:00", 15, 32), ...every("18:30", 15, 10)]);
  });

  test("hours too short for more than their few minutes", () => {
    const availability = onDates("Europe/London", { "2023-07-13": ["07:00-07:05", "07:10-07:30"] });
    const found = slots({
      availability,
      shape: shape(5),
      from: "2023-07-13T00:00",
      until: "2023-07-14T00:00",
    });
    assert.deepEqual(found, ["06:00", "06:10", "06:15", "06:20", "06:25"]);
  });

  test("no length is lost to rounding in Los Angeles", () => {
    const day = { from: "2024-09-12T00:00", until: "2024-09-13T00:00", shape: shape(60) };
    const la = (...texts: string[]) => onDates("America/Los_Angeles", { "2024-09-12": texts });
    assert.deepEqual(slots({ availability: la("08:00-10:00", "10:10-12:30"), ...day }), [
      "15:00",
      "16:00",
      "17:10",
      "18:10",
    ]);
    assert.deepEqual(slots({ availability: la("09:30-16:30"), ...day }), every("16:30", 60, 7));
    assert.deepEqual(slots({ availability: la("09:05-12:55"), ...day }), ["16:05", "17:05", "18:05"]);
  });
});

describe("slots beside bookings, in a zone of half an hour", () => {
  const availability = onDates("Asia/Kolkata", { "2024-06-03": ["09:30-18:00"] });
  const day = { availability, from: "2024-06-03T00:00", until: "2024-06-04T00:00" };
  const busy = (start: string, end: string): Spans =>
    spansOf([span(`2024-06-03T${start}`, `2024-06-03T${end}`)]);

  // Rivals move the whole grid to the end of a booking (04:15 05:00 ...), so that a start somebody looks at stops existing.
  test("a booking takes what it touches and moves nothing else", () => {
    assert.deepEqual(slots({ ...day, shape: shape(45) }), every("04:00", 45, 11));
    assert.deepEqual(
      slots({ ...day, shape: shape(45), busy: busy("04:00", "04:15") }),
      every("04:45", 45, 10),
    );
    assert.deepEqual(
      slots({ ...day, shape: shape(45), busy: busy("04:00", "04:45") }),
      every("04:45", 45, 10),
    );
  });

  test("a slot's own buffers must be free but may lie outside the hours", () => {
    const found = slots({ ...day, shape: shape(120, 120, 120, 120), busy: busy("04:00", "05:59:59") });
    assert.deepEqual(found, ["08:00", "10:00"]);
  });

  test("the buffers of two bookings add up", () => {
    // A booking at 08:00-09:00 with 15 minutes after it, and a slot that wants 15 minutes before.
    const found = slots({ ...day, shape: shape(60, 15, 15, 0), busy: busy("04:00", "09:15") });
    assert.equal(found[0], "09:30");
  });

  test("the step may differ from the length", () => {
    assert.deepEqual(slots({ ...day, shape: shape(30) }), every("04:00", 30, 17));
    assert.deepEqual(slots({ ...day, shape: shape(30, 120) }), ["04:00", "06:00", "08:00", "10:00", "12:00"]);
    const later = onDates("Asia/Kolkata", { "2024-06-03": ["09:35-18:00"] });
    assert.deepEqual(slots({ ...day, availability: later, shape: shape(25, 30) }), every("04:05", 30, 17));
  });

  test("one start is refused for the reason that holds", () => {
    const search: SlotSearch = {
      availability,
      shape: shape(45),
      busy: busy("04:45", "05:30"),
      now: instant("2024-06-01T00:00"),
      noticeMinutes: 120,
      horizon: { kind: "days", days: 2 },
      limits: { bookings: { day: 2 } },
    };
    const refusal = (start: string, changes: Partial<SlotSearch> = {}) =>
      refusalOfSlot({ ...search, ...changes }, instant(`2024-06-03T${start}`));
    assert.equal(refusal("04:00"), null);
    assert.equal(refusal("04:00", { now: instant("2024-06-03T02:00:01") }), "too_soon");
    assert.equal(refusal("04:00", { horizon: { kind: "days", days: 1 } }), "too_far");
    assert.equal(refusal("04:15"), "not_offered");
    assert.equal(refusal("04:00:00.001"), "not_offered");
    assert.equal(refusal("12:15"), "not_offered");
    assert.equal(refusal("04:45"), "taken");
    const booked = [8, 9].map((hour) => ({ startsAt: instant(`2024-06-03T0${hour}:00`), minutes: 45 }));
    assert.equal(refusal("04:00", { booked }), "limit_reached");
  });
});

describe("limits and horizons count in the host's own dates", () => {
  const hoursOfDhaka: Availability = {
    zone: "Asia/Dhaka",
    rules: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startMinute: 0, endMinute: 1440 })),
  };
  const dhaka = {
    availability: hoursOfDhaka,
    shape: shape(60),
    from: "2024-05-30T18:00",
    until: "2024-06-01T18:00",
  };
  const at = (iso: string) => ({ startsAt: instant(iso), minutes: 60 });

  test("a full day has no slot left, the days around it all of theirs", () => {
    const found = slots({ ...dhaka, limits: { bookings: { day: 1 } }, booked: [at("2024-05-31T08:00")] });
    assert.deepEqual([found.length, found[0]], [24, "05-31T18:00"]);
  });

  test("minutes are counted with those of the slot", () => {
    const booked = [at("2024-05-31T08:00"), at("2024-05-31T10:00")];
    assert.equal(slots({ ...dhaka, limits: { minutes: { day: 120 } }, booked }).length, 24);
    assert.equal(slots({ ...dhaka, limits: { minutes: { day: 179 } }, booked }).length, 24);
    assert.equal(slots({ ...dhaka, limits: { minutes: { day: 180 } }, booked }).length, 48);
  });

  test("weeks begin on Monday, months on their first", () => {
    // 2024-06-03 is a Monday, in Dhaka from 18:00Z the day before.
    const range = { from: "2024-05-26T18:00", until: "2024-06-09T18:00" };
    const week = slots({
      ...dhaka,
      ...range,
      limits: { bookings: { week: 1 } },
      booked: [at("2024-06-02T17:00")],
    });
    assert.deepEqual([week.length, week[0]], [7 * 24, "06-02T18:00"]);
    const month = slots({
      ...dhaka,
      ...range,
      limits: { bookings: { month: 1 } },
      booked: [at("2024-05-31T17:00")],
    });
    assert.deepEqual([month.length, month[0]], [9 * 24, "05-31T18:00"]);
  });

  test("two days ahead are today, tomorrow and the day after, however late it is", () => {
    const workdays = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startMinute: 570, endMinute: 1080 }));
    const availability: Availability = { zone: "Asia/Kolkata", rules: workdays };
    const range = {
      from: "2024-05-30T00:00",
      until: "2024-06-09T00:00",
      shape: shape(60),
      horizon: { kind: "days", days: 2 } as const,
    };
    const days = (...dates: string[]) =>
      dates.flatMap((date) => every("04:00", 60, 8).map((time) => `${date}T${time}`));
    const morning = slots({ ...range, availability, now: instant("2024-05-31T01:30") });
    assert.deepEqual(morning, days("05-31", "06-01", "06-02"));
    const evening = slots({ ...range, availability, now: instant("2024-05-31T11:30") });
    assert.deepEqual(evening, days("06-01", "06-02"));
  });

  test("business days leave out the weekend, a fixed range both its ends in", () => {
    const availability: Availability = {
      zone: "UTC",
      rules: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startMinute: 600, endMinute: 660 })),
    };
    const range = { availability, shape: shape(60), from: "2024-05-30T00:00", until: "2024-06-20T00:00" };
    const friday = instant("2024-05-31T12:00");
    assert.equal(
      slots({ ...range, now: friday, horizon: { kind: "business_days", days: 2 } }).at(-1),
      "06-04T10:00",
    );
    const fixed = slots({
      ...range,
      now: friday,
      horizon: { kind: "range", from: "2024-06-10", until: "2024-06-11" },
    });
    assert.deepEqual(fixed, ["06-10T10:00", "06-11T10:00"]);
  });

  test("the grid of a shift does not depend on the range that is asked for", () => {
    const availability: Availability = {
      zone: "Europe/Berlin",
      rules: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startMinute: 0, endMinute: 1440 })),
    };
    const search: SlotSearch = { availability, shape: shape(50), busy: [], now: 0 };
    const whole = findSlots(search, instant("2026-03-20T00:00"), instant("2026-04-05T00:00"));
    const from = wallToInstant("Europe/Berlin", "2026-03-29", 0).getTime();
    assert.deepEqual(
      findSlots(search, from, from + minutes(600)),
      whole.filter((start) => start >= from && start < from + minutes(600)),
    );
  });
});
