import { procedure, router } from "../../platform/rpc/procedure.ts";
import { checkLedger } from "./check-ledger.ts";
import { getPayment } from "./get-payment.ts";
import { listPayments } from "./list-payments.ts";
import { refundPayment } from "./refund-payment.ts";
import { retryRefund } from "./retry-refund.ts";
import { verifyPayment } from "./verify-payment.ts";

const seen = { audience: ["visitor", "staff", "server"], module: "core", permission: "money.view" } as const;
const site = { audience: ["staff", "server"], module: "core", permission: "money.view" } as const;
const refunds = {
  audience: ["staff", "server"],
  module: "core",
  permission: "money.refund",
  movesValue: true,
} as const;

export const moneyRouter = router({
  getPayment: procedure(seen).query(getPayment),
  listPayments: procedure(site).query(listPayments),
  verifyPayment: procedure({ ...seen, callsPerMinute: 30 }).threePart(verifyPayment),
  refundPayment: procedure(refunds).mutation(refundPayment),
  retryRefund: procedure(refunds).mutation(retryRefund),
  checkLedger: procedure({ ...site, audience: [...site.audience, "operator"], callsPerMinute: 10 }).query(
    checkLedger,
  ),
});
