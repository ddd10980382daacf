/** Where a payout may stand, in the order of its course. */
export const payoutStates = [
  "requested",
  "approved",
  "on_its_way",
  "paid",
  "failed",
  "rejected",
  "cancelled",
  "returned",
] as const;
export type PayoutState = (typeof payoutStates)[number];

const openStates: readonly PayoutState[] = ["requested", "approved", "on_its_way"];

/** Whether a payout has not come to an end yet: its money is reserved and still the member's. */
export const isOpenPayout = (state: PayoutState): boolean => openStates.includes(state);

/** How members are paid: by the team to a bank account, or by Stripe to an account of theirs. */
export const payoutWays = ["bank", "stripe"] as const;
export type PayoutWay = (typeof payoutWays)[number];
