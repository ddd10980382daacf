import { type Module } from "../../platform/module.ts";
import { giveStarters } from "./credits/give-starters.ts";
import { creditJobs } from "./credits/jobs.ts";
import { fillDemo } from "./demo.ts";
import { moneyErrors } from "./errors.ts";
import { moneyEvents } from "./events.ts";
import { fieldSentences } from "./field-sentences.ts";
import { moneyRoutes } from "./http.ts";
import { reconcileTimer } from "./ledger/reconcile.ts";
import { snapshotLedger } from "./ledger/snapshot-ledger.ts";
import { voidExpiredTransfer } from "./ledger/void-expired-transfer.ts";
import { watchLotTimer } from "./ledger/watch-lot-timer.ts";
import { checkPayment } from "./payments/check-payment.ts";
import { sendRefund } from "./payments/send-refund.ts";
import { memberPayoutFlow } from "./payouts/payout-flow.ts";
import { sendPayout } from "./payouts/send-payout.ts";
import { watchPayoutTimer } from "./payouts/watch-payout-timer.ts";
import { watchPaymentTimer } from "./payments/watch-payment-timer.ts";
import { claimPayments, eraseCredits, exportPayments, paymentBlockers } from "./personal-data.ts";
import { moneySettings } from "./settings.ts";
import { paymentActivity } from "./payments/payment-activity.ts";

export const moneyModule: Module = {
  name: "money",
  settings: moneySettings,
  permissions: {
    "money.view": "See payments and refunds, and check the ledger",
    "money.refund": "Send payments back",
    "money.payouts": "Approve and pay what members ask to be paid out, and see where they are paid",
    "money.credits": "Give and take credits, and run campaigns",
  },
  errors: moneyErrors,
  fieldSentences,
  events: moneyEvents,
  jobs: [checkPayment, sendRefund, sendPayout, ...creditJobs],
  timers: [
    voidExpiredTransfer,
    snapshotLedger,
    watchPaymentTimer,
    watchPayoutTimer,
    watchLotTimer,
    reconcileTimer,
    giveStarters,
  ],
  flows: [memberPayoutFlow],
  http: moneyRoutes,
  files: [],
  search: [],
  reportables: [],
  conversationContexts: [],
  metrics: [],
  personalData: {
    export: exportPayments,
    erase: eraseCredits,
    blockers: paymentBlockers,
    retentionDays: {},
  },
  claim: claimPayments,
  counts: {},
  activity: { payment: paymentActivity },
  admin: [],
  demo: fillDemo,
};
