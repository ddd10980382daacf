import { type Day } from "./format.ts";

const dayMs = 86_400_000;

/** The instant at which a day begins in UTC. */
export const startOf = (day: Day): number => Date.parse(`${day}T00:00Z`);

/** The day so many days later, or earlier when negative. */
export const addDays = (day: Day, count: number): Day =>
  new Date(startOf(day) + count * dayMs).toISOString().slice(0, 10);

/** The same day of another month; the month's last day when it has no such day. */
export function addMonths(day: Day, count: number): Day {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The first day of a day's month. */
export const monthOf = (day: Day): Day => `${day.slice(0, 8)}01`;

/** The day on which a day's week begins; weeks begin on weekday 1 (Monday) to 7 (Sunday). */
export const weekOf = (day: Day, firstWeekday: number): Day =>
  addDays(day, -((new Date(startOf(day)).getUTCDay() + 7 - firstWeekday) % 7));

/** The weekday on which weeks begin where a language is spoken. */
export function firstWeekdayOf(tag: string): number {
  const locale: Intl.Locale & { weekInfo?: { firstDay: number }; getWeekInfo?: () => { firstDay: number } } =
    new Intl.Locale(tag);
  // Firefox has no week data yet (https://bugzilla.mozilla.org/show_bug.cgi?id=1693576, November 2026).
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? (/^en(-US)?$|^ar/.test(tag) ? 7 : 1);
}

/** So many days in a row. */
export const daysFrom = (first: Day, count: number): Day[] =>
  Array.from({ length: count }, (_, at) => addDays(first, at));
