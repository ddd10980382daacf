import { type PlainDate, days, dayOf, weekdayOf } from "../../../platform/time.ts";
import { HostCalendar, type Stay } from "./host-calendar.ts";
import { type Spans } from "./spans.ts";

/** Hours of one day in minutes since midnight. The end may pass 1440 and then lies on the next date. */
export interface Hours {
  readonly startMinute: number;
  readonly endMinute: number;
}

/** Hours that come back every week on an ISO weekday (Monday 1 to Sunday 7), between two dates if it has them, both included. */
export interface WeeklyRule extends Hours {
  readonly weekday: number;
  readonly validFrom?: PlainDate | null;
  readonly validUntil?: PlainDate | null;
}

/** What one date has instead of its weekly hours; no hours make it a day off. */
export interface DateOverride {
  readonly date: PlainDate;
  readonly hours: readonly Hours[];
}

/** Dates in a row, both ends included. */
export interface DateRange {
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/**
 * When a host works, in wall-clock terms. An override or a closed date governs its whole date: hours that spill over midnight from
 * the day before end there, and a closed date wins over an override.
 */
export interface Availability {
  readonly zone: string;
  readonly rules: readonly WeeklyRule[];
  readonly overrides?: readonly DateOverride[];
  /** Vacations of the host and holidays of the tenant, as dates of the host's own calendar. */
  readonly closed?: readonly DateRange[];
  readonly stays?: readonly Stay[];
}

/**
 * Open time as instants: `starts` are the starts of all hours, sorted, and `ends[i]` is when the unbroken open time around
 * `starts[i]` ends. Each start begins a slot grid of its own that lasts until the next start.
 */
export interface OpenTime {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

// Hours last a day at most and zones differ by 26 h at most, so what touches a range starts within three days of it.
const lookBack = 3;
const lookAhead = 3;

/** Turns wall-clock availability into the open time around a range of instants. What lies further off is left out, never what lies within. */
export function openTime(availability: Availability, from: number, until: number): OpenTime {
  const calendar = new HostCalendar(availability.zone, availability.stays);
  const plan = new DayPlan(availability);
  const starts: number[] = [];
  const ends: number[] = [];
  const lastDay = Math.floor(until / days(1)) + lookAhead;
  for (let day = Math.floor(from / days(1)) - lookBack; day <= lastDay; day++) {
    for (const { startMinute, endMinute, firstDay, finalDay } of plan.hoursOn(day)) {
      if (day < firstDay || day > finalDay) continue;
      const zone = calendar.zoneOn(day);
      const lastMinute = endMinute > 1440 && plan.governs(day + 1) ? 1440 : endMinute;
      const start = zone.instantOf(day, startMinute);
      const end = zone.instantOf(day, lastMinute);
      // Hours inside the hour a clock skips can end before they start once both are moved.
      if (start < end) insert(starts, ends, start, end);
    }
  }
  joinTouching(starts, ends);
  return { starts, ends };
}

/** The open time without its grids, as spans. */
export function spansOfOpen({ starts, ends }: OpenTime): Spans {
  const spans: number[] = [];
  for (let i = 0; i < starts.length; i++) {
    if (i === 0 || ends[i] !== ends[i - 1]) spans.push(starts[i]!, ends[i]!);
  }
  return spans;
}

/** Hours with the day numbers between which they hold. */
interface DatedHours extends Hours {
  readonly firstDay: number;
  readonly finalDay: number;
}

/** Which hours each day has, found without a search: a query over many hosts asks for thousands of days. */
class DayPlan {
  readonly #week: DatedHours[][] = [[], [], [], [], [], [], [], []];
  readonly #governed = new Map<number, readonly DatedHours[]>();
  readonly #closed: readonly { readonly first: number; readonly last: number }[];

  constructor({ rules, overrides = [], closed = [] }: Availability) {
    for (const { weekday, startMinute, endMinute, validFrom, validUntil } of rules) {
      const firstDay = validFrom ? dayOf(validFrom) : -Infinity;
      const finalDay = validUntil ? dayOf(validUntil) : Infinity;
      this.#week[weekday]!.push({ startMinute, endMinute, firstDay, finalDay });
    }
    for (const { date, hours } of overrides) {
      const day = dayOf(date);
      const dated = hours.map(({ startMinute, endMinute }) => ({
        startMinute,
        endMinute,
        firstDay: day,
        finalDay: day,
      }));
      this.#governed.set(day, dated);
    }
    this.#closed = closed.map(({ from, until }) => ({ first: dayOf(from), last: dayOf(until) }));
  }

  /** The hours of a day, some of which may not hold on it yet or any more. */
  hoursOn(day: number): readonly DatedHours[] {
    if (this.#isClosed(day)) return [];
    return this.#governed.get(day) ?? this.#week[weekdayOf(day)]!;
  }

  /** Whether an override or a closed date decides alone what a day has. */
  governs(day: number): boolean {
    return this.#governed.has(day) || this.#isClosed(day);
  }

  #isClosed(day: number): boolean {
    for (const { first, last } of this.#closed) if (first <= day && day <= last) return true;
    return false;
  }
}

/** Keeps both lists sorted by start. Almost always the new hours are the latest, so this is a push. */
function insert(starts: number[], ends: number[], start: number, end: number): void {
  let at = starts.length;
  while (at > 0 && starts[at - 1]! > start) at--;
  if (at === starts.length) {
    starts.push(start);
    ends.push(end);
  } else {
    starts.splice(at, 0, start);
    ends.splice(at, 0, end);
  }
}

/** Replaces each end by the end of the unbroken open time it belongs to. */
function joinTouching(starts: readonly number[], ends: number[]): void {
  for (let first = 0, next = 0; first < starts.length; first = next) {
    let end = ends[first]!;
    for (next = first + 1; next < starts.length && starts[next]! <= end; next++)
      end = Math.max(end, ends[next]!);
    if (next > first + 1) ends.fill(end, first, next);
  }
}
