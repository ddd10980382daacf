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
  const hoursOn = hoursByDay(availability);
  const starts: number[] = [];
  const ends: number[] = [];
  const lastDay = Math.floor(until / days(1)) + lookAhead;
  for (let day = Math.floor(from / days(1)) - lookBack; day <= lastDay; day++) {
    const hours = hoursOn.of(day);
    if (hours.length === 0) continue;
    const zone = calendar.zoneOn(day);
    for (const { startMinute, endMinute } of hours) {
      const lastMinute = endMinute > 1440 && hoursOn.governs(day + 1) ? 1440 : endMinute;
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

function hoursByDay({ rules, overrides = [], closed = [] }: Availability) {
  const week: { hours: Hours; first: number; last: number }[][] = [[], [], [], [], [], [], [], []];
  for (const rule of rules) {
    const first = rule.validFrom ? dayOf(rule.validFrom) : -Infinity;
    const last = rule.validUntil ? dayOf(rule.validUntil) : Infinity;
    week[rule.weekday]!.push({ hours: rule, first, last });
  }
  const instead = new Map(overrides.map(({ date, hours }) => [dayOf(date), hours]));
  const shut = closed.map(({ from, until }) => ({ first: dayOf(from), last: dayOf(until) }));
  const isShut = (day: number): boolean => shut.some(({ first, last }) => first <= day && day <= last);
  const none: readonly Hours[] = [];
  const weekly: Hours[] = [];
  return {
    /** The hours of a day; the answer is good until the next question. */
    of(day: number): readonly Hours[] {
      if (isShut(day)) return none;
      const override = instead.get(day);
      if (override) return override;
      weekly.length = 0;
      for (const { hours, first, last } of week[weekdayOf(day)]!) {
        if (first <= day && day <= last) weekly.push(hours);
      }
      return weekly;
    },
    governs: (day: number): boolean => instead.has(day) || isShut(day),
  };
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
    ends.fill(end, first, next);
  }
}
