import { dayOf, isDate, weekdayOf } from "../../../platform/time.ts";
import { type Hours, type WeeklyRule } from "./availability.ts";

/** What is wrong with hours or a rule. */
export type HoursProblem =
  | "start_out_of_day"
  | "end_before_start"
  | "longer_than_a_day"
  | "no_weekday"
  | "no_date"
  | "ends_before_valid";

/** Hours start within their date, last at least a minute and at most 24 hours. */
export function problemOfHours({ startMinute, endMinute }: Hours): HoursProblem | null {
  if (!Number.isInteger(startMinute) || startMinute < 0 || startMinute >= 1440) return "start_out_of_day";
  if (!Number.isInteger(endMinute) || endMinute <= startMinute) return "end_before_start";
  return endMinute - startMinute > 1440 ? "longer_than_a_day" : null;
}

/** A weekly rule is sound hours on an ISO weekday, valid between two dates in order if it names them. */
export function problemOfRule(rule: WeeklyRule): HoursProblem | null {
  const { weekday, validFrom, validUntil } = rule;
  if (!Number.isInteger(weekday) || weekday < 1 || weekday > 7) return "no_weekday";
  if ((validFrom && !isDate(validFrom)) || (validUntil && !isDate(validUntil))) return "no_date";
  if (validFrom && validUntil && validUntil < validFrom) return "ends_before_valid";
  return problemOfHours(rule);
}

/** Whether two rules share a minute on some date, past midnight and across the end of the week included. */
export function rulesOverlap(a: WeeklyRule, b: WeeklyRule): boolean {
  const apart = (((b.weekday - a.weekday) % 7) + 7) % 7;
  return (apart === 0 && meet(a, b, 0)) || (apart === 1 && meet(a, b, 1)) || (apart === 6 && meet(b, a, 1));
}

/** The first rule among others that a rule would overlap. */
export const firstOverlap = <Rule extends WeeklyRule>(
  rule: WeeklyRule,
  others: readonly Rule[],
): Rule | undefined => others.find((other) => rulesOverlap(rule, other));

/** Whether hours of one date overlap each other. */
export function hoursOverlap(hours: readonly Hours[]): boolean {
  const sorted = [...hours].sort((a, b) => a.startMinute - b.startMinute);
  return sorted.some(({ startMinute }, at) => at > 0 && startMinute < sorted[at - 1]!.endMinute);
}

/** Whether the hours share a minute when the later rule's date follows the earlier one's by so many days, on a date where both are valid. */
function meet(earlier: WeeklyRule, later: WeeklyRule, daysBetween: number): boolean {
  const shift = daysBetween * 1440;
  if (earlier.startMinute >= later.endMinute + shift || later.startMinute + shift >= earlier.endMinute)
    return false;
  const from = Math.max(firstDay(earlier), firstDay(later) - daysBetween);
  const until = Math.min(lastDay(earlier), lastDay(later) - daysBetween);
  if (from === -Infinity || until === Infinity) return from <= until;
  return from + ((earlier.weekday - weekdayOf(from) + 7) % 7) <= until;
}

const firstDay = ({ validFrom }: WeeklyRule): number => (validFrom ? dayOf(validFrom) : -Infinity);
const lastDay = ({ validUntil }: WeeklyRule): number => (validUntil ? dayOf(validUntil) : Infinity);
