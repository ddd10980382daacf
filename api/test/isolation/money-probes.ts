import { about, plain, type Probe } from "./probe.ts";

const both = ["client", "coach"] as const;

/** Payments, the ledger, wallets and credits. */
export const moneyProbes: Readonly<Record<string, Probe>> = {
  "money.getPayment": about("payment", both),
  "money.listPayments": plain(({ ids }) => ({ orderId: ids.paidOrder, memberId: ids.client })),
  "money.checkLedger": plain(),
  "money.verifyPayment": about("openPayment", both),
  "money.refundPayment": about("payment", [], { and: () => ({ amountMinor: 100 }) }),
  "money.retryRefund": about("refund", [], { answers: ["409 money.refund_not_failed"] }),
  "money.getWallet": plain(),
  "money.listTransactions": plain(),
  "money.listPackages": plain(),
  "money.getMemberWallet": plain(({ ids }) => ({ memberId: ids.guest })),
  "money.buyPackage": plain(({ page }) => ({ packageId: "small", returnUrl: page })),
  "money.redeemCode": plain(({ word }) => ({ code: `${word}-SPARE` }), {
    answers: ["409 money.already_redeemed"],
  }),
  "money.createReferralCode": plain(),
  "money.grantCredits": plain(({ ids, word }) => ({
    memberId: ids.guest,
    credits: 2,
    reason: `${word} gift`,
  })),
  "money.takeCredits": plain(({ ids, word }) => ({
    memberId: ids.guest,
    credits: 1,
    reason: `${word} slip`,
  })),
  "money.getPayoutSetup": plain(),
  "money.savePayoutAccount": plain(({ word }) => ({ holder: word, iban: "DE89370400440532013000" })),
  "money.connectPayoutAccount": plain(({ page }) => ({ country: "DE", returnUrl: page }), {
    answers: ["409 money.payouts_not_by_gateway"],
  }),
  "money.checkPayoutAccount": plain(),
  "money.requestPayout": plain(
    { amountMinor: 2_000, currency: "EUR" },
    { answers: ["409 money.no_payout_account", "409 money.payout_too_large"] },
  ),
  "money.cancelPayout": about("payout", ["coach"], { answers: ["409 money.payout_decided"] }),
  "money.removePayoutAccount": plain(),
  "money.listOwnPayouts": plain(),
  "money.listPayouts": plain(({ ids }) => ({ memberId: ids.coach })),
  "money.exportPayouts": plain(({ ids }) => ({ ids: [ids.approvedPayout] })),
  "money.decidePayouts": plain(({ ids }) => ({ ids: [ids.approvedPayout], decision: "mark_paid" })),
  "money.listCampaigns": plain(),
  "money.createCampaign": plain(
    ({ word, at }) => ({
      code: `${word}-${at(1).slice(0, 10)}`,
      name: `${word} more`,
      credits: 3,
      startsAt: at(1),
      endsAt: at(2),
    }),
    { answers: ["409 money.code_taken"] },
  ),
  "money.endCampaign": about("campaign"),
  "money.getCreditMetrics": plain(),
};
