import { type Contract } from "@tessera/sdk/browser";
import { emptyRange, hoursOf, overlap, type Problem, problemOf, type Range, rangeOf } from "./ranges.ts";

export type HostHours = Contract["scheduling"]["getHours"]["output"];
export type WeeklyRule = HostHours["hours"][number];
type Change = Contract["scheduling"]["replaceHours"]["input"];

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof weekdays)[number];

/** A host's hours as they are being written. */
export interface Draft {
  readonly timeZone: string;
  readonly isAccepting: boolean;
  /** The hours of every week by weekday, Monday first. */
  readonly days: readonly (readonly Range[])[];
  /** Hours that hold between dates only; they can be removed here. */
  readonly dated: readonly WeeklyRule[];
  readonly stays: HostHours["stays"];
}

const isDated = ({ validFrom, validUntil }: WeeklyRule): boolean => validFrom !== null || validUntil !== null;

/** What is to be written, as it was saved last. */
export const draftOf = ({ timeZone, isAccepting, hours, stays }: HostHours): Draft => ({
  timeZone,
  isAccepting,
  days: weekdays.map((weekday) =>
    hours.filter((rule) => rule.weekday === weekday && !isDated(rule)).map(rangeOf),
  ),
  dated: hours.filter(isDated),
  stays,
});

/** The ranges of a weekday. */
export const rangesOn = ({ days }: Draft, weekday: Weekday): readonly Range[] => days[weekday - 1] ?? [];

/** The same draft with other hours on some weekdays. */
export const withDays = (draft: Draft, changed: readonly Weekday[], ranges: readonly Range[]): Draft => ({
  ...draft,
  days: draft.days.map((before, at) => (changed.some((weekday) => weekday === at + 1) ? ranges : before)),
});

/** Whether two drafts say the same. */
export const isSame = (first: Draft, second: Draft): boolean =>
  JSON.stringify(first) === JSON.stringify(second);

/** What is wrong with hours of a weekday, alone or beside the others of the week. What was not written yet is right until it is sent. */
export function problemIn(
  draft: Draft,
  weekday: Weekday,
  { at, isSent }: { readonly at: number; readonly isSent: boolean },
): Problem | null {
  const range = rangesOn(draft, weekday)[at] ?? emptyRange;
  const own = problemOf(range);
  if (own) return own === "missing" && !isSent ? null : own;
  const hours = hoursOf(range);
  const overlaps = weekdays.some((other) =>
    rangesOn(draft, other).some((beside, index) => {
      const besideHours = other === weekday && index === at ? null : hoursOf(beside);
      return hours && besideHours && !problemOf(beside) && overlap(hours, besideHours, other - weekday);
    }),
  );
  return overlaps ? "overlap" : null;
}

/** Whether anything in a draft is wrong. */
export const isWrong = (draft: Draft): boolean =>
  weekdays.some((weekday) =>
    rangesOn(draft, weekday).some((_, at) => problemIn(draft, weekday, { at, isSent: true }) !== null),
  );

/** The hours of a draft in the order they are sent, each with where it stands. */
export function rulesOf(draft: Draft): { readonly rule: WeeklyRule; readonly place: string | null }[] {
  const weekly = weekdays.flatMap((weekday) =>
    rangesOn(draft, weekday).flatMap((range, at) => {
      const hours = hoursOf(range);
      if (!hours) return [];
      return [
        { rule: { weekday, ...hours, validFrom: null, validUntil: null }, place: `day-${weekday}-${at}` },
      ];
    }),
  );
  return [...weekly, ...draft.dated.map((rule) => ({ rule, place: null }))];
}

/** A draft as it is sent, written on hours of a version. */
export const changeOf = (draft: Draft, version: number): Change => ({
  version,
  timeZone: draft.timeZone,
  isAccepting: draft.isAccepting,
  hours: rulesOf(draft).map(({ rule }) => rule),
  stays: [...draft.stays],
});
