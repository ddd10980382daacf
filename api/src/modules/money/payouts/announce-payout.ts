import { announce } from "../../../platform/outbox/announce.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { type Payout } from "../models/payout.ts";

/** Tells where a payout stands now. */
export async function announcePayout(scope: Scope, payout: Payout): Promise<void> {
  const { id: payoutId, memberId, amountMinor, currency, version, state } = payout;
  await announce(scope, `payout.${state}`, { payoutId, memberId, amountMinor, currency, version });
}
