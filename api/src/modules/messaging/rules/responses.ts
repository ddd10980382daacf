import { days, hours } from "../../../platform/time.ts";

/** An answer within this time counts as given: a day. */
export const answerTime = hours(24);

/** What was asked longer ago does not count any more. */
export const countedTime = days(90);

/** So many must have been asked for an answer before it is told how somebody usually answers. */
const telling = 5;

// From a quarter of an hour to a week: exact minutes would change with every answer and tell nobody more.
const told = [15, 30, 60, 120, 180, 360, 720, 1440, 2880, 4320, 10_080];

/** Within how many minutes somebody usually answers, rounded up to what people say; null when too few have asked, or it takes longer than a week. */
export const usualAnswerMinutes = ({
  asked,
  medianMinutes,
}: {
  readonly asked: number;
  readonly medianMinutes: number | null;
}): number | null =>
  asked < telling || medianMinutes === null ? null : (told.find((least) => medianMinutes <= least) ?? null);

/** Of a hundred messages, so many were answered in time; null while nobody has written. */
export const responseRate = ({ asked, answered }: { readonly asked: number; readonly answered: number }) =>
  asked === 0 ? null : Math.round((answered / asked) * 100);
