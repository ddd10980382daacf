import { z } from "zod";
import { audit } from "../../platform/audit/record.ts";
import { notFound } from "../../platform/errors.ts";
import { newId } from "../../platform/ids.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { findPurchase, refundableOfPurchase, takePurchaseBack } from "./credits/credit-purchase.ts";
import { failure } from "./errors.ts";
import { post } from "./ledger/post.ts";
import { addRefund, isKept, openDossier, refundableOf, saveDossier } from "./payments/dossier.ts";
import { takeForRefund } from "./payments/take-for-refund.ts";
import { refundView, presentRefund } from "./present.ts";

export const refundPayment = operation({
  summary: "Sends a payment back to the payer, all of it or a part, through the gateway it came by.",
  input: z.strictObject({
    id: z.uuid(),
    /** In minor units; everything that is left when not given. */
    amountMinor: z.int().min(1).optional(),
  }),
  output: refundView,
  async run(scope, { id, amountMinor }) {
    const opened = await openDossier(scope, id);
    if (!opened) throw notFound();
    const { dossier } = opened;
    const { payment } = dossier;
    if (payment.capturedAt === null) throw failure("money.payment_not_settled");
    const purchase = isKept(dossier) ? await findPurchase(scope, payment.orderId) : null;
    // Of credits, what was not spent goes back.
    const left = Math.min(refundableOf(dossier), purchase ? refundableOfPurchase(purchase) : Infinity);
    const amount = amountMinor ?? left;
    if (amount > left || amount === 0) {
      throw failure("money.refund_too_large", {
        available: left,
        currency: payment.capturedCurrency ?? payment.currency,
      });
    }

    const reason = payment.status === "flagged" ? "flagged" : "goodwill";
    const refund = await addRefund(scope, dossier, { key: newId(scope.now), amountMinor: amount, reason });
    await saveDossier(scope, dossier);
    const { status, currency } = payment;
    const after = { refundId: refund.id, amountMinor: amount, currency, status };
    await audit(scope, { action: "money.refund_payment", entity: { kind: "payment", id }, after });
    const taken = purchase
      ? await takePurchaseBack(scope, purchase, { refund, gateway: payment.gateway })
      : await takeForRefund(scope, dossier, refund);
    await post(scope, taken);
    return presentRefund(refund);
  },
});
