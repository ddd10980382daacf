import { type PlainDate, dayOf, weekdayOf } from "../../../platform/time.ts";
import { type HostCalendar } from "./host-calendar.ts";

/**
 * How far ahead a host can be booked, in the host's own dates: so many days after today, so many Mondays to Fridays after today,
 * or a fixed range of dates, both included.
 */
export type Horizon =
  | { readonly kind: "days"; readonly days: number }
  | { readonly kind: "business_days"; readonly days: number }
  | { readonly kind: "range"; readonly from: PlainDate; readonly until: PlainDate };

/** The instants between which slots may start; the end is excluded. */
export function bookableRange(
  horizon: Horizon | null,
  calendar: HostCalendar,
  now: number,
): { from: number; until: number } {
  if (horizon === null) return { from: -Infinity, until: Infinity };
  if (horizon.kind === "range") {
    return { from: calendar.startOf(dayOf(horizon.from)), until: calendar.startOf(dayOf(horizon.until) + 1) };
  }
  const today = calendar.dayAt(now);
  const last = horizon.kind === "days" ? today + horizon.days : afterBusinessDays(today, horizon.days);
  return { from: -Infinity, until: calendar.startOf(last + 1) };
}

function afterBusinessDays(today: number, count: number): number {
  let day = today;
  for (let left = count; left > 0;) {
    day += 1;
    if (weekdayOf(day) <= 5) left -= 1;
  }
  return day;
}
