/** The news by which what a wallet shows changes. */
export const walletEvents = [
  "wallet.changed",
  "payout.approved",
  "payout.on_its_way",
  "payout.paid",
  "payout.failed",
  "payout.rejected",
  "payout.returned",
  "payout_account.changed",
] as const;
