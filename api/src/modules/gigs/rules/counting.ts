import { minutes } from "../../../platform/time.ts";

/** Whether a viewer counts, who last counted at a moment or never (null): once within so many minutes. */
export const countsAgain = (lastAt: Date | null, now: Date, windowMinutes: number): boolean =>
  lastAt === null || now.getTime() - lastAt.getTime() >= minutes(windowMinutes);

/** The share of views that became orders, from 0 to 1; null without a view. */
export const conversionOf = ({
  views,
  orders,
}: {
  readonly views: number;
  readonly orders: number;
}): number | null => (views === 0 ? null : Math.min(1, orders / views));
