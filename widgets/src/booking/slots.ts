import { addMonths, addDays, monthOf, startOf } from "../base/days.ts";
import { type Day, dayIn } from "../base/format.ts";

/** The range asked for a month: with a day to spare on both ends, so that it is the same for every zone and a cache can answer it. */
export function rangeOf(day: Day): { readonly from: string; readonly until: string } {
  const month = monthOf(day);
  const instant = (at: Day) => new Date(startOf(at)).toISOString();
  return { from: instant(addDays(month, -1)), until: instant(addDays(addMonths(month, 1), 1)) };
}

/** Free times by the day they have in a zone, without those that have begun. */
export function byDay(
  starts: readonly string[],
  timeZone: string,
  now: number,
): ReadonlyMap<Day, readonly string[]> {
  const days = new Map<Day, string[]>();
  for (const start of starts) {
    const instant = Date.parse(start);
    if (instant <= now) continue;
    const day = dayIn(timeZone, instant);
    const known = days.get(day);
    if (known) known.push(start);
    else days.set(day, [start]);
  }
  return days;
}
