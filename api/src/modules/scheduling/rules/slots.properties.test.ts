import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { addDays, days, minutes } from "../../../platform/time.ts";
import { type Availability, type Hours } from "./availability.ts";
import { type SlotSearch, findSlots, isBookable } from "./slots.ts";
import { spansOf } from "./spans.ts";

// A week around a change of the clock in each zone, among them changes at midnight, of half an hour and of a Ramadan.
const places = [
  ["America/New_York", "2026-03-05"],
  ["America/New_York", "2026-10-29"],
  ["Africa/Cairo", "2026-04-21"],
  ["Asia/Beirut", "2026-10-22"],
  ["America/Havana", "2026-10-29"],
  ["Australia/Lord_Howe", "2026-04-02"],
  ["Africa/Casablanca", "2026-02-12"],
  ["Asia/Kathmandu", "2026-06-01"],
] as const;

interface Input {
  search: SlotSearch;
  first: string;
  from: number;
  until: number;
}

const hours: fc.Arbitrary<Hours> = fc
  .tuple(fc.integer({ min: 0, max: 287 }), fc.integer({ min: 1, max: 144 }))
  .map(([start, length]) => ({ startMinute: start * 5, endMinute: (start + length) * 5 }));

const inputs: fc.Arbitrary<Input> = fc
  .record({
    place: fc.constantFrom(...places),
    rules: fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), hours), { maxLength: 8 }),
    overrides: fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.array(hours, { maxLength: 2 })), {
      maxLength: 2,
      selector: ([day]) => day,
    }),
    closed: fc.option(fc.integer({ min: 0, max: 6 })),
    stay: fc.option(fc.constantFrom("Asia/Tokyo", "America/Los_Angeles", "Europe/London")),
    busy: fc.array(fc.tuple(fc.integer({ min: 0, max: 2016 }), fc.integer({ min: 1, max: 60 })), {
      maxLength: 8,
    }),
    length: fc.integer({ min: 1, max: 24 }),
    step: fc.integer({ min: 1, max: 24 }),
    before: fc.integer({ min: 0, max: 6 }),
    after: fc.integer({ min: 0, max: 6 }),
    skipped: fc.integer({ min: 0, max: 2016 }),
  })
  .map(({ place: [zone, first], ...given }) => {
    const from = Date.parse(`${first}T00:00Z`);
    const date = (day: number) => addDays(first, day);
    const availability: Availability = {
      zone,
      rules: given.rules.map(([weekday, rule]) => ({ weekday, ...rule })),
      overrides: given.overrides.map(([day, replacement]) => ({ date: date(day), hours: replacement })),
      closed: given.closed === null ? [] : [{ from: date(given.closed), until: date(given.closed) }],
      stays: given.stay === null ? [] : [{ zone: given.stay, from: date(2), until: date(3) }],
    };
    const at = (fives: number) => new Date(from + minutes(fives * 5));
    const search: SlotSearch = {
      availability,
      busy: spansOf(given.busy.map(([start, length]) => ({ start: at(start), end: at(start + length) }))),
      shape: {
        lengthMinutes: given.length * 5,
        stepMinutes: given.step * 5,
        bufferBeforeMinutes: given.before * 5,
        bufferAfterMinutes: given.after * 5,
      },
      now: at(given.skipped).getTime(),
    };
    return { search, first, from, until: from + days(7) };
  });

/** The same question answered minute by minute, with Temporal for the clock: slow, and too simple to be wrong. */
function slotsByLooking({ search, first, from, until }: Input): number[] {
  const { availability, busy, shape, now } = search;
  const governs = (date: string): boolean =>
    availability.overrides!.some((override) => override.date === date) ||
    availability.closed!.some((range) => range.from === date);
  const windows: [number, number][] = [];
  for (let day = -4; day <= 12; day++) {
    const date = Temporal.PlainDate.from(first).add({ days: day });
    const text = date.toString();
    if (availability.closed!.some((range) => range.from === text)) continue;
    const zone =
      availability.stays!.find((stay) => stay.from <= text && text <= stay.until!)?.zone ?? availability.zone;
    const instant = (minute: number): number =>
      date.toPlainDateTime().add({ minutes: minute }).toZonedDateTime(zone, { disambiguation: "compatible" })
        .epochMilliseconds;
    const override = availability.overrides!.find((candidate) => candidate.date === text);
    const own = override?.hours ?? availability.rules.filter((rule) => rule.weekday === date.dayOfWeek);
    for (const { startMinute, endMinute } of own) {
      const end = governs(date.add({ days: 1 }).toString()) ? Math.min(endMinute, 1440) : endMinute;
      if (instant(startMinute) < instant(end)) windows.push([instant(startMinute), instant(end)]);
    }
  }
  const fives = (start: number, end: number): number[] => {
    const times: number[] = [];
    for (let time = start; time < end; time += minutes(5)) times.push(time);
    return times;
  };
  const open = new Set(windows.flatMap(([start, end]) => fives(start, end)));
  const taken = new Set<number>();
  for (let i = 0; i < busy.length; i += 2) for (const time of fives(busy[i]!, busy[i + 1]!)) taken.add(time);
  return fives(from, until).filter((start) => {
    if (start < now || !open.has(start)) return false;
    const anchor = Math.max(...windows.map(([begin]) => begin).filter((begin) => begin <= start));
    const end = start + minutes(shape.lengthMinutes);
    const around = fives(start - minutes(shape.bufferBeforeMinutes), end + minutes(shape.bufferAfterMinutes));
    const onGrid = (start - anchor) % minutes(shape.stepMinutes) === 0;
    return (
      onGrid && fives(start, end).every((time) => open.has(time)) && !around.some((time) => taken.has(time))
    );
  });
}

describe("slots of random availabilities", () => {
  test("are those found by looking at every five minutes", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        assert.deepEqual(findSlots(input.search, input.from, input.until), slotsByLooking(input));
      }),
      { numRuns: 1000 },
    );
  });

  test("are bookable, and nothing between them is", () => {
    fc.assert(
      fc.property(inputs, fc.integer({ min: 0, max: 2016 }), ({ search, from, until }, guess) => {
        const found = findSlots(search, from, until);
        assert.ok(found.every((start) => isBookable(search, start)));
        const start = from + minutes(guess * 5);
        if (start < until) assert.equal(isBookable(search, start), found.includes(start));
      }),
    );
  });

  test("are the same when the range is searched in two parts", () => {
    fc.assert(
      fc.property(inputs, fc.integer({ min: 0, max: 2016 }), ({ search, from, until }, cut) => {
        const middle = Math.min(from + minutes(cut * 5), until);
        const parts = [...findSlots(search, from, middle), ...findSlots(search, middle, until)];
        assert.deepEqual(parts, findSlots(search, from, until));
      }),
    );
  });

  test("only become fewer when something is booked", () => {
    fc.assert(
      fc.property(inputs, ({ search, from, until }) => {
        const withBookings = findSlots(search, from, until);
        const without = new Set(findSlots({ ...search, busy: [] }, from, until));
        assert.ok(withBookings.every((start) => without.has(start)));
      }),
    );
  });
});
