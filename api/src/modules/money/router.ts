import { procedure, router } from "../../platform/rpc/procedure.ts";
import { checkLedger } from "./check-ledger.ts";
import { buyPackage } from "./credits/buy-package.ts";
import { createCampaign, endCampaign, listCampaigns } from "./credits/campaigns.ts";
import { createReferralCode } from "./credits/create-referral-code.ts";
import { getCreditMetrics } from "./credits/get-metrics.ts";
import { grantCredits, takeCredits } from "./credits/grants.ts";
import { listPackages } from "./credits/list-packages.ts";
import { redeemCode } from "./credits/redeem-code.ts";
import { getPayment } from "./get-payment.ts";
import { listPayments } from "./list-payments.ts";
import { cancelPayout } from "./payouts/cancel-payout.ts";
import { checkPayoutAccount, connectPayoutAccount } from "./payouts/connect-account.ts";
import { decidePayouts } from "./payouts/decide-payouts.ts";
import { exportPayouts } from "./payouts/export-payouts.ts";
import { getPayoutSetup } from "./payouts/get-payout-setup.ts";
import { listOwnPayouts } from "./payouts/list-own-payouts.ts";
import { listPayouts } from "./payouts/list-payouts.ts";
import { requestPayout } from "./payouts/request-payout.ts";
import { removePayoutAccount, savePayoutAccount } from "./payouts/save-account.ts";
import { refundPayment } from "./refund-payment.ts";
import { retryRefund } from "./retry-refund.ts";
import { verifyPayment } from "./verify-payment.ts";
import { getMemberWallet } from "./wallet/get-member-wallet.ts";
import { getWallet } from "./wallet/get-wallet.ts";
import { listTransactions } from "./wallet/list-transactions.ts";

const seen = { audience: ["visitor", "staff", "server"], module: "core", permission: "money.view" } as const;
const site = { audience: ["staff", "server"], module: "core", permission: "money.view" } as const;
const refunds = {
  audience: ["staff", "server"],
  module: "core",
  permission: "money.refund",
  movesValue: true,
} as const;

const members = { audience: "member", module: "wallet" } as const;
// What was earned is paid out also where the part was switched off since.
const payees = { audience: "member", module: "wallet", goesOn: true } as const;
const payouts = {
  audience: ["staff", "server"],
  module: "wallet",
  goesOn: true,
  permission: "money.payouts",
} as const;
const credits = { audience: ["staff", "server"], module: "wallet", permission: "money.credits" } as const;

export const moneyRouter = router({
  getPayment: procedure(seen).query(getPayment),
  listPayments: procedure(site).query(listPayments),
  verifyPayment: procedure({ ...seen, callsPerMinute: 30 }).threePart(verifyPayment),
  refundPayment: procedure(refunds).mutation(refundPayment),
  retryRefund: procedure(refunds).mutation(retryRefund),
  getWallet: procedure(members).query(getWallet),
  listTransactions: procedure(members).query(listTransactions),
  getMemberWallet: procedure({ ...site, module: "wallet" }).query(getMemberWallet),
  listPackages: procedure({ audience: "visitor", module: "wallet", publicSeconds: 60 }).query(listPackages),
  buyPackage: procedure({ ...members, movesValue: true }).threePart(buyPackage),
  redeemCode: procedure({ ...members, callsPerMinute: 10 }).mutation(redeemCode),
  createReferralCode: procedure(members).mutation(createReferralCode),
  grantCredits: procedure({ ...credits, movesValue: true }).mutation(grantCredits),
  takeCredits: procedure({ ...credits, movesValue: true }).mutation(takeCredits),
  listCampaigns: procedure({ ...site, module: "wallet" }).query(listCampaigns),
  createCampaign: procedure(credits).mutation(createCampaign),
  endCampaign: procedure(credits).mutation(endCampaign),
  getCreditMetrics: procedure({ ...site, module: "wallet" }).query(getCreditMetrics),
  getPayoutSetup: procedure(payees).query(getPayoutSetup),
  savePayoutAccount: procedure({ ...payees, callsPerMinute: 10 }).mutation(savePayoutAccount),
  removePayoutAccount: procedure(payees).mutation(removePayoutAccount),
  connectPayoutAccount: procedure({ ...payees, callsPerMinute: 10 }).threePart(connectPayoutAccount),
  checkPayoutAccount: procedure({ ...payees, callsPerMinute: 30 }).threePart(checkPayoutAccount),
  requestPayout: procedure({ ...payees, movesValue: true, callsPerMinute: 10 }).mutation(requestPayout),
  cancelPayout: procedure({ ...payees, movesValue: true }).mutation(cancelPayout),
  listOwnPayouts: procedure(payees).query(listOwnPayouts),
  listPayouts: procedure({ ...site, module: "wallet", goesOn: true }).query(listPayouts),
  decidePayouts: procedure({ ...payouts, movesValue: true }).mutation(decidePayouts),
  exportPayouts: procedure({ ...payouts, answersSecret: true, callsPerMinute: 30 }).mutation(exportPayouts),
  checkLedger: procedure({ ...site, audience: [...site.audience, "operator"], callsPerMinute: 10 }).query(
    checkLedger,
  ),
});
