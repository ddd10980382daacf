import { type Payment } from "../models/payment.ts";

/** What every news of a payment says. */
export const paymentFactOf = (payment: Payment) => ({
  paymentId: payment.id,
  orderId: payment.orderId,
  amountMinor: payment.amountMinor,
  currency: payment.currency,
  payerMemberId: payment.payerMemberId,
  payeeIds: payment.payeeIds,
});
