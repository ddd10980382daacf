import { hours } from "../../../platform/time.ts";
import { type Party, type Side } from "./booking-states.ts";

/** What a client gets back when cancelling at least so many hours before the start. */
export interface RefundStep {
  readonly hoursBefore: number;
  readonly refundPercent: number;
}

/** A tenant's refund table. Steps may stand in any order; the one furthest ahead that is still met counts, and none met means nothing back. */
export interface CancellationPolicy {
  readonly client: readonly RefundStep[];
  /** When the provider, staff, the tenant's server or the system cancels. */
  readonly otherPercent: number;
  readonly noShowPercent: Readonly<Record<Side, number>>;
}

/**
 * The table a tenant starts with: everything back until 24 hours before the start, half until one hour before, nothing later or
 * when the client does not come; everything back whenever the other side cancels or does not come.
 */
export const defaultCancellationPolicy: CancellationPolicy = {
  client: [
    { hoursBefore: 24, refundPercent: 100 },
    { hoursBefore: 1, refundPercent: 50 },
  ],
  otherPercent: 100,
  noShowPercent: { client: 0, provider: 100 },
};

/** The share of the price, in percent, that goes back to the client when a booking is cancelled. */
export function refundPercent(policy: CancellationPolicy, by: Party, startsAt: Date, now: Date): number {
  if (by !== "client") return policy.otherPercent;
  const ahead = startsAt.getTime() - now.getTime();
  const met = policy.client.filter(({ hoursBefore }) => ahead >= hours(hoursBefore));
  return met.sort((a, b) => b.hoursBefore - a.hoursBefore)[0]?.refundPercent ?? 0;
}

/** What is wrong with a refund table. */
export type PolicyProblem =
  | "percent_out_of_range"
  | "hours_out_of_range"
  | "hours_twice"
  | "later_gives_more";

/** Checks a refund table before it is saved: whole percents from 0 to 100, hours up to a year, and no reward for cancelling later. */
export function problemOfPolicy({
  client,
  otherPercent,
  noShowPercent,
}: CancellationPolicy): PolicyProblem | null {
  const percents = [
    ...client.map((step) => step.refundPercent),
    otherPercent,
    noShowPercent.client,
    noShowPercent.provider,
  ];
  if (!percents.every((percent) => Number.isInteger(percent) && percent >= 0 && percent <= 100))
    return "percent_out_of_range";
  if (!client.every(({ hoursBefore }) => hoursBefore >= 0 && hoursBefore <= 8760))
    return "hours_out_of_range";
  const earliestFirst = [...client].sort((a, b) => b.hoursBefore - a.hoursBefore);
  const next = (at: number) => earliestFirst[at + 1];
  if (earliestFirst.some((step, at) => next(at)?.hoursBefore === step.hoursBefore)) return "hours_twice";
  return earliestFirst.some((step, at) => (next(at)?.refundPercent ?? 0) > step.refundPercent)
    ? "later_gives_more"
    : null;
}
