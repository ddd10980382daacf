import { instantToWall } from "../../../platform/time.ts";

/** What a limit counts: what happens within a calendar month of the site's zone, or what is there at a time. */
export type UsagePeriod = "month" | "always";

/** The period a moment falls into, as counters name it: `2026-11` or `always`. */
export const periodAt = (period: UsagePeriod, now: Date, timeZone: string): string =>
  period === "always" ? "always" : instantToWall(timeZone, now).date.slice(0, 7);
