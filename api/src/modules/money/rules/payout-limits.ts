import { type PayoutState } from "../payouts/payout-states.ts";

/** How little a site pays out in a unit, in minor units; any amount where it says nothing. */
export interface PayoutMinimum {
  readonly currency: string;
  readonly amountMinor: number;
}

/** Why an amount cannot be paid out; null when it can. */
export type PayoutRefusal =
  | { readonly why: "too_small"; readonly minimum: number }
  | { readonly why: "too_large"; readonly available: number };

/** The least that is paid out in a currency. */
export const minimumFor = (minimums: readonly PayoutMinimum[], currency: string): number =>
  minimums.find((minimum) => minimum.currency === currency)?.amountMinor ?? 1;

/** Whether an amount can be paid out of what is available. */
export function refusedPayout(
  amountMinor: number,
  { minimum, available }: { readonly minimum: number; readonly available: number },
): PayoutRefusal | null {
  if (amountMinor < minimum) return { why: "too_small", minimum };
  return amountMinor > available ? { why: "too_large", available } : null;
}

/**
 * Whether the team may say how a payout ended. What a gateway pays is told by the gateway: the team may speak for it only once
 * it has been silent for too long, or the money would be given back while it is still on its way.
 */
export function mayMark(
  { way, state, decidedAt }: { way: "bank" | "stripe"; state: PayoutState; decidedAt: Date | null },
  { now, silenceMs }: { readonly now: Date; readonly silenceMs: number },
): boolean {
  if (way === "bank" || state === "paid") return true;
  return decidedAt !== null && decidedAt.getTime() + silenceMs <= now.getTime();
}
