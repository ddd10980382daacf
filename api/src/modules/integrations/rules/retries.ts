import { hours, minutes, plus } from "../../../platform/time.ts";

// Standard Webhooks 1.0.0, "Retry schedule": the waits before the second and later attempts, together about 75 hours.
const waits = [
  5_000,
  minutes(5),
  minutes(30),
  hours(2),
  hours(5),
  hours(10),
  hours(14),
  hours(20),
  hours(24),
] as const;

/** How many attempts a delivery gets. */
export const mostAttempts = waits.length + 1;

const longestWished = 86_400;

/**
 * When to try again after so many attempts, spread by up to a fifth so that endpoints are not hit in step; null after the last.
 * A wish for later (Retry-After) is granted up to a day.
 */
export function nextAttemptAt(
  attempts: number,
  now: Date,
  { spread, wishedSeconds }: { readonly spread: number; readonly wishedSeconds: number | null },
): Date | null {
  const wait = waits[attempts - 1];
  if (wait === undefined) return null;
  const spreadWait = Math.round(wait * (0.8 + 0.4 * spread));
  const wished = Math.min(wishedSeconds ?? 0, longestWished) * 1000;
  return plus(now, Math.max(spreadWait, wished));
}

/** What an answer means for the delivery and its endpoint. */
export type Verdict = "delivered" | "gone" | "retry";

/** Only 2xx is a success; a redirect is a failure; 410 asks never to be called again. */
export function verdictOf(status: number | null): Verdict {
  if (status !== null && status >= 200 && status < 300) return "delivered";
  return status === 410 ? "gone" : "retry";
}

/** Whether an endpoint that only fails since then is given up: after five days. */
export const isGivenUp = (failingSince: Date | null, now: Date): boolean =>
  failingSince !== null && now.getTime() - failingSince.getTime() >= hours(120);
