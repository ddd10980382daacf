import { days, hours } from "../../../platform/time.ts";

/** An answer within this time counts as given: a day. */
export const answerTime = hours(24);

/** What was asked longer ago does not count any more. */
export const countedTime = days(90);

/** Of a hundred messages, so many were answered in time; null while nobody has written. */
export const responseRate = ({ asked, answered }: { readonly asked: number; readonly answered: number }) =>
  asked === 0 ? null : Math.round((answered / asked) * 100);
