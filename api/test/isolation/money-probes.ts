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
