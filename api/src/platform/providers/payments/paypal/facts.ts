import { z } from "zod";
import { fromDecimal } from "../decimal.ts";
import { type GatewayFact } from "../port.ts";

const money = z
  .object({ value: z.string(), currency_code: z.string() })
  .transform(({ value, currency_code: currency }) => ({
    amountMinor: fromDecimal(value, currency),
    currency,
  }));

const links = z.array(z.object({ rel: z.string(), href: z.string() })).default([]);

const capture = z.object({
  id: z.string(),
  status: z.string(),
  amount: money,
  custom_id: z.string().optional(),
});

const refund = z.object({
  id: z.string(),
  status: z.string(),
  amount: money,
  custom_id: z.string().optional(),
  links,
});

/** An order as PayPal answers it, with what was captured and refunded of it. */
export const orderSchema = z.object({
  id: z.string(),
  status: z.string(),
  links,
  purchase_units: z
    .array(
      z.object({
        amount: money,
        custom_id: z.string().optional(),
        payments: z
          .object({ captures: z.array(capture).default([]), refunds: z.array(refund).default([]) })
          .default({ captures: [], refunds: [] }),
      }),
    )
    .min(1),
});

export type PayPalOrder = z.infer<typeof orderSchema>;

const closed = " closed";

/** What marks an order that is not to be captured any more: PayPal cannot close one that nobody approved. */
export const closedMark = (paymentId: string): string => `${paymentId}${closed}`;

/** Whether an order was marked so. */
export const isClosed = ({ purchase_units: [unit] }: PayPalOrder): boolean =>
  unit?.custom_id?.endsWith(closed) === true;

/** Our id, which goes along with an order, a capture or a refund; null when it is none of ours. */
function ourId(customId: string | undefined): string | null {
  const read = z.uuid().safeParse(customId?.split(" ")[0]);
  return read.success ? read.data : null;
}

/** Everything an order says. */
export function orderFacts(order: PayPalOrder): GatewayFact[] {
  const [unit] = order.purchase_units;
  if (!unit) return [];
  const { captures, refunds } = unit.payments;
  const [captured] = captures.toSorted((a, b) => rankOf(a.status) - rankOf(b.status));
  const payment: GatewayFact = {
    about: "payment",
    paymentId: ourId(unit.custom_id),
    checkoutId: order.id,
    gatewayPaymentId: captured && isTaken(captured.status) ? captured.id : null,
    state: captured && stateOf(captured.status) !== "declined" ? stateOf(captured.status) : openState(order),
    ...(captured && isTaken(captured.status) ? captured.amount : unit.amount),
  };
  return [payment, ...refunds.map((each) => refundFact(each))];
}

function openState(order: PayPalOrder): "open" | "approved" | "expired" {
  if (order.status === "VOIDED" || isClosed(order)) return "expired";
  return order.status === "APPROVED" ? "approved" : "open";
}

const isTaken = (status: string): boolean =>
  status === "COMPLETED" || status === "PARTIALLY_REFUNDED" || status === "REFUNDED";

const stateOf = (status: string): "paid" | "processing" | "declined" => {
  if (isTaken(status)) return "paid";
  return status === "PENDING" ? "processing" : "declined";
};

const rankOf = (status: string): number => ["paid", "processing", "declined"].indexOf(stateOf(status));

function captureFact({ id, status, amount, custom_id }: z.infer<typeof capture>): GatewayFact {
  const state = stateOf(status);
  return {
    about: "payment",
    paymentId: ourId(custom_id),
    checkoutId: null,
    // A capture that was declined is not the money of the payment: the next attempt has another one.
    gatewayPaymentId: state === "paid" ? id : null,
    state,
    ...amount,
  };
}

/** How a refund goes. It names the capture it belongs to by a link alone. */
export function refundFact({
  id,
  status,
  amount,
  custom_id,
  links: around,
}: z.infer<typeof refund>): GatewayFact {
  const up = around.find(({ rel }) => rel === "up")?.href;
  return {
    about: "refund",
    paymentId: null,
    gatewayPaymentId: /\/captures\/([^/?]+)$/.exec(up ?? "")?.[1] ?? null,
    refundId: ourId(custom_id),
    gatewayRefundId: id,
    state: status === "COMPLETED" ? "succeeded" : status === "PENDING" ? "pending" : "failed",
    ...amount,
  };
}

/** A refund as PayPal answers it. */
export const refundSchema = refund;

const dispute = z.object({
  dispute_id: z.string(),
  status: z.string(),
  dispute_amount: money,
  dispute_outcome: z.object({ outcome_code: z.string() }).optional(),
  disputed_transactions: z.array(z.object({ seller_transaction_id: z.string() })).min(1),
});

// https://developer.paypal.com/docs/api/customer-disputes/v1: what was decided, as far as it costs the seller the money.
const lostOutcomes = ["RESOLVED_BUYER_FAVOUR", "ACCEPTED"];

function disputeFact(read: z.infer<typeof dispute>): GatewayFact {
  const { dispute_id, status, dispute_amount, dispute_outcome, disputed_transactions } = read;
  const isLost = lostOutcomes.includes(dispute_outcome?.outcome_code ?? "");
  return {
    about: "dispute",
    paymentId: null,
    gatewayPaymentId: disputed_transactions[0]!.seller_transaction_id,
    gatewayDisputeId: dispute_id,
    state: status !== "RESOLVED" ? "open" : isLost ? "lost" : "won",
    ...dispute_amount,
  };
}

/** What PayPal sends. */
export const eventSchema = z.object({
  id: z.string().min(1).max(200),
  event_type: z.string(),
  resource: z.unknown(),
});

/** What an event tells; nothing for the many that do not concern payments. */
export function eventFacts({ event_type: type, resource }: z.infer<typeof eventSchema>): GatewayFact[] {
  switch (type) {
    case "CHECKOUT.ORDER.APPROVED":
    case "CHECKOUT.ORDER.COMPLETED":
      return orderFacts(orderSchema.parse(resource));
    case "PAYMENT.CAPTURE.COMPLETED":
    case "PAYMENT.CAPTURE.PENDING":
    case "PAYMENT.CAPTURE.DECLINED":
    case "PAYMENT.CAPTURE.DENIED":
      return [captureFact(capture.parse(resource))];
    case "PAYMENT.CAPTURE.REFUNDED":
    case "PAYMENT.REFUND.PENDING":
    case "PAYMENT.REFUND.FAILED":
      return [refundFact(refund.parse(resource))];
    case "CUSTOMER.DISPUTE.CREATED":
    case "CUSTOMER.DISPUTE.UPDATED":
    case "CUSTOMER.DISPUTE.RESOLVED":
      return [disputeFact(dispute.parse(resource))];
    default:
      return [];
  }
}
