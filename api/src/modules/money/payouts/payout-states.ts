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

/** The states in which its money is reserved and still the member's. */
export const openPayoutStates = ["requested", "approved", "on_its_way"] as const satisfies PayoutState[];

/** Whether a payout has not come to an end yet. */
export const isOpenPayout = (state: PayoutState): boolean => openPayoutStates.some((open) => open === state);

/** How members are paid: by the team to a bank account, or by Stripe to an account of theirs. */
export const payoutWays = ["bank", "stripe"] as const;
export type PayoutWay = (typeof payoutWays)[number];
