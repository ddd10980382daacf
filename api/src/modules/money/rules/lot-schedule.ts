import { days, plus } from "../../../platform/time.ts";

/** How many days before credits expire their owner hears of it. */
export const warningDays = [30, 7, 1] as const;

/** What happens to a lot at a moment: its owner is warned so many days before, or it expires. */
export interface LotMoment {
  readonly at: Date;
  /** 0 when it expires. */
  readonly daysLeft: number;
}

/** What happens next to a lot that expires at a moment; null when it is over. A warning whose time has passed is left out. */
export function nextMoment(expiresAt: Date, after: Date): LotMoment | null {
  const moments = [...warningDays, 0].map((daysLeft) => ({ at: plus(expiresAt, days(-daysLeft)), daysLeft }));
  return moments.find(({ at }) => at > after) ?? null;
}
