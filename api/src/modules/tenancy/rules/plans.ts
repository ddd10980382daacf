import { days, plus } from "../../../platform/time.ts";

/** The plans, the smallest first. What each allows stands in the table `plans`. */
export const planKeys = ["free", "starter", "professional", "enterprise"] as const;
export type PlanKey = (typeof planKeys)[number];

/** A new site tries this plan for so long, then it has the free one unless another was chosen. */
export const firstTrial = { plan: "professional", days: 14 } as const;

/** What a plan that is left, or never was paid for, becomes. */
export const planWithoutPay: PlanKey = "free";

/** When the trial of a plan ends, and when its end is told beforehand. */
export function trialTimes(startsAt: Date): { readonly endsAt: Date; readonly warnsAt: Date } {
  const endsAt = plus(startsAt, days(firstTrial.days));
  return { endsAt, warnsAt: plus(endsAt, -days(3)) };
}

/** Days that are left until a moment, begun ones counted; 0 when it has passed. */
export const daysUntil = (at: Date, now: Date): number =>
  Math.max(0, Math.ceil((at.getTime() - now.getTime()) / days(1)));
