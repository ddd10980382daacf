import { startOfMonth, startOfWeek } from "../../../platform/time.ts";
import { type HostCalendar } from "./host-calendar.ts";
import { type Span, type Spans, spansOf } from "./spans.ts";

const periods = ["day", "week", "month"] as const;
export type Period = (typeof periods)[number];

/** The most a host takes per day, week (from Monday) and month of the host's own dates; a period left out has no limit. */
export interface BookingLimits {
  readonly bookings?: Partial<Readonly<Record<Period, number>>>;
  readonly minutes?: Partial<Readonly<Record<Period, number>>>;
}

/** A booking that counts against the limits, on the date it starts. */
export interface Booked {
  readonly startsAt: number;
  readonly minutes: number;
}

/** Whether each limit is at least as high as that of the shorter period; a lower one would make the shorter one meaningless. */
export function limitsAreOrdered(limits: BookingLimits): boolean {
  return [limits.bookings, limits.minutes].every((limit = {}) => {
    const given = periods.map((period) => limit[period]).filter((most) => most !== undefined);
    return given.every((most, at) => at === 0 || given[at - 1]! <= most);
  });
}

/** The time in which no further booking of a length may start, because its day, week or month is full. */
export function fullPeriods(
  limits: BookingLimits,
  booked: readonly Booked[],
  length: number,
  calendar: HostCalendar,
): Spans {
  const full: Span[] = [];
  for (const period of periods) {
    const mostBookings = limits.bookings?.[period] ?? Infinity;
    const mostMinutes = limits.minutes?.[period] ?? Infinity;
    if (mostBookings === Infinity && mostMinutes === Infinity) continue;
    const taken = new Map<number, { bookings: number; minutes: number }>();
    for (const booking of booked) {
      const first = firstDayOf[period](calendar.dayAt(booking.startsAt));
      const sum = taken.get(first) ?? { bookings: 0, minutes: 0 };
      taken.set(first, { bookings: sum.bookings + 1, minutes: sum.minutes + booking.minutes });
    }
    for (const [first, sum] of taken) {
      if (sum.bookings < mostBookings && sum.minutes + length <= mostMinutes) continue;
      full.push({
        start: new Date(calendar.startOf(first)),
        end: new Date(calendar.startOf(dayAfter[period](first))),
      });
    }
  }
  return spansOf(full);
}

const firstDayOf: Record<Period, (day: number) => number> = {
  day: (day) => day,
  week: startOfWeek,
  month: startOfMonth,
};

const dayAfter: Record<Period, (first: number) => number> = {
  day: (first) => first + 1,
  week: (first) => first + 7,
  month: (first) => startOfMonth(first, 1),
};
