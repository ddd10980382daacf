import { type Availability } from "../api/src/modules/scheduling/rules/availability.ts";

/** One host of the benchmark: working hours and what is booked already. */
export interface Host {
  readonly availability: Availability;
  readonly busy: readonly { readonly start: Date; readonly end: Date }[];
}

// Sixty days in which the clocks of the United States, of Europe and of Sydney change. Cal.com leaves out what lies behind the
// real clock, so the range must lie ahead of it.
export const from = Date.UTC(2029, 1, 10);
export const until = from + 60 * 86_400_000;

const zones = [
  "America/New_York",
  "America/Los_Angeles",
  "America/Chicago",
  "America/Sao_Paulo",
  "Europe/London",
  "Europe/Berlin",
  "Asia/Kolkata",
  "Asia/Shanghai",
  "Asia/Tokyo",
  "Australia/Sydney",
];

const weekdays = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, startMinute: 9 * 60, endMinute: 12 * 60 },
  { weekday, startMinute: 13 * 60, endMinute: 17 * 60 },
]);
const saturday = { weekday: 6, startMinute: 10 * 60, endMinute: 14 * 60 };

/** Hosts in ten zones who work on weekdays and Saturdays, each with 200 bookings; the same ones for the same seed. */
export function hosts(count: number, seed: number): Host[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, at) => ({
    availability: { zone: zones[at % zones.length]!, rules: [...weekdays, saturday] },
    busy: Array.from({ length: 200 }, () => booking(random)).sort(
      (a, b) => a.start.getTime() - b.start.getTime(),
    ),
  }));
}

const quarter = 15 * 60_000;

function booking(random: () => number): { start: Date; end: Date } {
  const start = from + Math.floor((random() * (until - from)) / quarter) * quarter;
  return { start: new Date(start), end: new Date(start + (1 + Math.floor(random() * 4)) * quarter) };
}

/** Mulberry32: a small generator with the same numbers everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
