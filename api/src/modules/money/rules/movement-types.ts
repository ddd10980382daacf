/** What a line of a statement says happened, as people look for it. */
export const movementTypes = [
  "starter",
  "purchased",
  "earned",
  "referral",
  "campaign",
  "granted",
  "returned",
  "spent",
  "taken",
  "paid_out",
  "refunded",
  "expired",
  "other",
] as const;
export type MovementType = (typeof movementTypes)[number];

/** What causes say by themselves; the others follow from the way the value went. */
export const typeByCause: Readonly<Record<string, MovementType>> = {
  "credits.starter": "starter",
  "credits.purchased": "purchased",
  "credits.referred": "referral",
  "credits.redeemed": "campaign",
  "credits.granted": "granted",
  "credits.taken": "taken",
  "credits.erased": "taken",
  "credits.refunded": "refunded",
  "credits.expired": "expired",
  "transfer.expired": "returned",
  "payout.requested": "paid_out",
  "payout.given_back": "returned",
  "payout.returned": "returned",
};
