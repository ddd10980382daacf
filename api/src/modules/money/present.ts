import { z } from "zod";
import { type Payment } from "./models/payment.ts";
import { type Refund } from "./models/refund.ts";
import { paymentStatuses } from "./rules/payment-status.ts";

const at = z.iso.datetime();

export const refundView = z.object({
  id: z.uuid(),
  amountMinor: z.int(),
  currency: z.string(),
  state: z.enum(["requested", "pending", "succeeded", "failed"]),
  reason: z.enum(["cancelled", "dispute", "goodwill", "duplicate", "flagged", "gateway", "retry"]),
  createdAt: at,
});

export const paymentView = z.object({
  id: z.uuid(),
  orderId: z.uuid(),
  /** The member who pays; null while it is a visitor. */
  payerId: z.uuid().nullable(),
  amountMinor: z.int(),
  currency: z.string(),
  status: z.enum(paymentStatuses),
  /** What went back to the payer so far. */
  refundedMinor: z.int(),
  description: z.string(),
  gateway: z.string(),
  createdAt: at,
  paidAt: at.nullable(),
  expiresAt: at,
  refunds: z.array(refundView),
  /** For the site's own people: where to find it at the gateway. */
  atGateway: z
    .object({
      paymentId: z.string().nullable(),
      checkoutId: z.string().nullable(),
      paidMinor: z.int().nullable(),
      paidCurrency: z.string().nullable(),
      isDuplicate: z.boolean(),
    })
    .nullable(),
});

/** A refund as everybody sees it who may see the payment. */
export const presentRefund = ({
  id,
  amountMinor,
  currency,
  state,
  reason,
  createdAt,
}: Refund): z.input<typeof refundView> => ({
  id,
  amountMinor,
  currency,
  state,
  reason,
  createdAt: createdAt.toISOString(),
});

/** A payment as the parties see it, or with the gateway's side of it for the site's own people. */
export const presentPayment = (
  payment: Payment,
  refunds: readonly Refund[],
  view: "party" | "site",
): z.input<typeof paymentView> => ({
  id: payment.id,
  orderId: payment.orderId,
  payerId: payment.payerMemberId,
  amountMinor: payment.amountMinor,
  currency: payment.currency,
  status: payment.status,
  refundedMinor: payment.refundedMinor,
  description: payment.description,
  gateway: payment.gateway,
  createdAt: payment.createdAt.toISOString(),
  paidAt: payment.capturedAt?.toISOString() ?? null,
  expiresAt: payment.expiresAt.toISOString(),
  refunds: refunds.map(presentRefund),
  atGateway:
    view === "party"
      ? null
      : {
          paymentId: payment.gatewayPaymentId,
          checkoutId: payment.checkoutId,
          paidMinor: payment.capturedMinor,
          paidCurrency: payment.capturedCurrency,
          isDuplicate: payment.isDuplicate,
        },
});
