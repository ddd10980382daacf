import { minutes } from "../../../platform/time.ts";
import { type Availability, type OpenTime, openTime } from "./availability.ts";
import { type Booked, type BookingLimits, fullPeriods } from "./booking-limits.ts";
import { type Horizon, bookableRange } from "./horizon.ts";
import { HostCalendar } from "./host-calendar.ts";
import { type Spans } from "./spans.ts";

/** The shape of what is booked, in minutes. The buffers must be free of other bookings but may lie outside the open hours. */
export interface SlotShape {
  readonly lengthMinutes: number;
  /** From one start to the next on the grid. */
  readonly stepMinutes: number;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
}

/** Everything that decides which slots one host has. Instants are epoch milliseconds. */
export interface SlotSearch {
  readonly availability: Availability;
  /** Time taken, the buffers of those bookings included; a slot's own buffers are kept free besides, so that buffers add up. */
  readonly busy: Spans;
  readonly shape: SlotShape;
  readonly now: number;
  readonly noticeMinutes?: number;
  readonly horizon?: Horizon | null;
  readonly limits?: BookingLimits;
  /** What counts against the limits: all bookings of every month that the searched range touches. */
  readonly booked?: readonly Booked[];
}

/**
 * The starts of the free slots between two instants (the end excluded), as epoch milliseconds in order. Slots stand on a grid that begins
 * where the host's hours begin, so a start is on it or not whatever is asked for, taken or looked at from elsewhere.
 */
export function findSlots(search: SlotSearch, from: number, until: number): number[] {
  const range = clip(search, from, until);
  if (range.from >= range.until) return [];
  const open = openTime(search.availability, range.from, range.until);
  const starts = freeStarts(open, search.busy, search.shape, range.from, range.until);
  const full = fullTime(search);
  return full.length === 0 ? starts : startsOutside(full, starts);
}

/** Why a start cannot be booked. */
export type SlotRefusal = "too_soon" | "too_far" | "not_offered" | "taken" | "limit_reached";

/** Whether one start can be booked, by the same grid and rules as `findSlots`; null when it can. */
export function refusalOfSlot(search: SlotSearch, startsAt: number): SlotRefusal | null {
  const next = startsAt + 1;
  const range = clip(search, -Infinity, Infinity);
  if (startsAt < earliest(search)) return "too_soon";
  if (startsAt < range.from || startsAt >= range.until) return "too_far";
  const open = openTime(search.availability, startsAt, next);
  if (freeStarts(open, [], search.shape, startsAt, next).length === 0) return "not_offered";
  if (freeStarts(open, search.busy, search.shape, startsAt, next).length === 0) return "taken";
  return startsOutside(fullTime(search), [startsAt]).length === 0 ? "limit_reached" : null;
}

/** Whether one start can be booked, by the same grid and rules as `findSlots`. */
export const isBookable = (search: SlotSearch, startsAt: number): boolean =>
  refusalOfSlot(search, startsAt) === null;

/** The free starts on the grids of open time, without notice, horizon or limits. */
export function freeStarts(
  open: OpenTime,
  busy: Spans,
  shape: SlotShape,
  from: number,
  until: number,
): number[] {
  const length = minutes(shape.lengthMinutes);
  const step = minutes(shape.stepMinutes);
  const before = minutes(shape.bufferBeforeMinutes);
  const after = length + minutes(shape.bufferAfterMinutes);
  const { starts, ends } = open;
  const found: number[] = [];
  let at = firstEndingAfter(busy, from - before);
  for (let i = 0; i < starts.length; i++) {
    const anchor = starts[i]!;
    const beyond = Math.min(until, starts[i + 1] ?? Infinity, ends[i]! - length + 1);
    let start = anchor >= from ? anchor : anchor + Math.ceil((from - anchor) / step) * step;
    while (start < beyond) {
      while (at < busy.length && busy[at + 1]! <= start - before) at += 2;
      const busyFrom = at < busy.length ? busy[at]! : Infinity;
      const freeUntil = Math.min(beyond, busyFrom - after + 1);
      for (; start < freeUntil; start += step) found.push(start);
      if (start >= beyond) break;
      start = anchor + Math.ceil((busy[at + 1]! + before - anchor) / step) * step;
    }
  }
  return found;
}

const earliest = ({ now, noticeMinutes = 0 }: SlotSearch): number => now + minutes(noticeMinutes);

function clip(search: SlotSearch, from: number, until: number): { from: number; until: number } {
  const { horizon = null, availability, now } = search;
  const range =
    horizon && bookableRange(horizon, new HostCalendar(availability.zone, availability.stays), now);
  return {
    from: Math.max(from, earliest(search), range?.from ?? -Infinity),
    until: Math.min(until, range?.until ?? Infinity),
  };
}

function fullTime({ limits, booked = [], shape, availability }: SlotSearch): Spans {
  if (!limits) return [];
  return fullPeriods(
    limits,
    booked,
    shape.lengthMinutes,
    new HostCalendar(availability.zone, availability.stays),
  );
}

/** Where the first span that ends after an instant stands. */
function firstEndingAfter(spans: Spans, instant: number): number {
  let low = 0;
  let high = spans.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle * 2 + 1]! <= instant) low = middle + 1;
    else high = middle;
  }
  return low * 2;
}

function startsOutside(spans: Spans, starts: readonly number[]): number[] {
  let at = 0;
  return starts.filter((start) => {
    while (at < spans.length && spans[at + 1]! <= start) at += 2;
    return at >= spans.length || start < spans[at]!;
  });
}
