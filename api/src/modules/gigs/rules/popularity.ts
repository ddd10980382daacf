import { days } from "../../../platform/time.ts";

/** What happened to a gig on a date in UTC. */
export interface BusyDay {
  /** Its start. */
  readonly at: Date;
  readonly views: number;
  readonly clicks: number;
}

const clickWeighs = 4;

/** After so many days half of what happened is forgotten. */
export const halfLifeDays = 7;

const halvesUntil = (at: Date): number => at.getTime() / days(halfLifeDays);

/**
 * How popular a gig is: its views and clicks, of which half is forgotten every week, with its publication as a first view. It is a
 * logarithm over time itself, so that two gigs stay in their order as long as nothing happens to either: one more means twice as popular.
 */
export function popularityOf(publishedAt: Date, busy: readonly BusyDay[]): number {
  const parts = [
    { weight: 1, at: publishedAt },
    ...busy.map(({ at, views, clicks }) => ({ weight: views + clicks * clickWeighs, at })),
  ].filter(({ weight }) => weight > 0);
  // Powers of two over fifty years have no number; the difference to the latest one has.
  const latest = Math.max(...parts.map(({ at }) => halvesUntil(at)));
  const sum = parts.reduce((total, { weight, at }) => total + weight * 2 ** (halvesUntil(at) - latest), 0);
  return latest + Math.log2(sum);
}
