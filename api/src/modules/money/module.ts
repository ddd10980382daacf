import { type Module } from "../../platform/module.ts";
import { moneyErrors } from "./errors.ts";
import { moneyEvents } from "./events.ts";
import { moneyRoutes } from "./http.ts";
import { snapshotLedger } from "./ledger/snapshot-ledger.ts";
import { voidExpiredTransfer } from "./ledger/void-expired-transfer.ts";
import { watchLotTimer } from "./ledger/watch-lot-timer.ts";
import { checkPayment } from "./payments/check-payment.ts";
import { sendRefund } from "./payments/send-refund.ts";
import { watchPaymentTimer } from "./payments/watch-payment-timer.ts";
import { claimPayments, exportPayments, paymentBlockers } from "./personal-data.ts";
import { moneySettings } from "./settings.ts";

export const moneyModule: Module = {
  name: "money",
  settings: moneySettings,
  permissions: {
    "money.view": "See payments and refunds, and check the ledger",
    "money.refund": "Send payments back",
  },
  errors: moneyErrors,
  events: moneyEvents,
  jobs: [checkPayment, sendRefund],
  timers: [voidExpiredTransfer, snapshotLedger, watchPaymentTimer, watchLotTimer],
  flows: [],
  http: moneyRoutes,
  files: [],
  search: [],
  reportables: [],
  conversationContexts: [],
  metrics: [],
  personalData: {
    export: exportPayments,
    // Books are kept as the law asks; they name members by id alone.
    erase: async () => {},
    blockers: paymentBlockers,
    retentionDays: {},
  },
  claim: claimPayments,
  counts: {},
  admin: [],
  demo: null,
};
