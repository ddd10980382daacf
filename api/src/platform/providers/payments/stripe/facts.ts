import { type Stripe } from "stripe";
import { z } from "zod";
import { type GatewayFact } from "../port.ts";
import { fromStripe } from "./amounts.ts";

type Reference<Thing extends { id: string }> = string | Thing | null | undefined;

const idOf = <Thing extends { id: string }>(reference: Reference<Thing>): string | null =>
  typeof reference === "string" ? reference : (reference?.id ?? null);

/** Our id in an object's metadata; null when it is none of ours. */
function ourId(metadata: Stripe.Metadata | null | undefined, name: "paymentId" | "refundId"): string | null {
  const read = z.uuid().safeParse(metadata?.[name]);
  return read.success ? read.data : null;
}

const money = (amount: number, code: string) => {
  const currency = code.toUpperCase();
  return { amountMinor: fromStripe(amount, currency), currency };
};

/** What a checkout says of its payment. */
export function sessionFact(session: Stripe.Checkout.Session): GatewayFact {
  return {
    about: "payment",
    paymentId: ourId(session.metadata, "paymentId"),
    checkoutId: session.id,
    gatewayPaymentId: idOf(session.payment_intent),
    state: stateOf(session),
    ...money(session.amount_total ?? 0, session.currency ?? "xxx"),
  };
}

function stateOf({
  status,
  payment_status: paid,
}: Stripe.Checkout.Session): "paid" | "processing" | "expired" | "open" {
  if (paid === "paid") return "paid";
  if (status === "expired") return "expired";
  return status === "complete" ? "processing" : "open";
}

/** What a payment intent says: only what it has decided, because its checkout may still be open. */
function intentFact(intent: Stripe.PaymentIntent, state: "paid" | "processing" | "declined"): GatewayFact {
  return {
    about: "payment",
    paymentId: ourId(intent.metadata, "paymentId"),
    checkoutId: null,
    gatewayPaymentId: intent.id,
    state,
    ...money(state === "paid" ? intent.amount_received : intent.amount, intent.currency),
  };
}

/** How a refund goes. */
export function refundFact(refund: Stripe.Refund): GatewayFact {
  const state = refund.status === "succeeded" ? "succeeded" : isLost(refund.status) ? "failed" : "pending";
  return {
    about: "refund",
    paymentId: ourId(refund.metadata, "paymentId"),
    gatewayPaymentId: idOf(refund.payment_intent),
    refundId: ourId(refund.metadata, "refundId"),
    gatewayRefundId: refund.id,
    state,
    ...money(refund.amount, refund.currency),
  };
}

const isLost = (status: string | null): boolean => status === "failed" || status === "canceled";

/** What a charge says of all its refunds together. */
function chargeFacts(charge: Stripe.Charge): GatewayFact[] {
  const gatewayPaymentId = idOf(charge.payment_intent);
  if (gatewayPaymentId === null) return [];
  const paymentId = ourId(charge.metadata, "paymentId");
  const total = money(charge.amount_refunded, charge.currency);
  return [{ about: "refundedTotal", paymentId, gatewayPaymentId, ...total }];
}

/** How a dispute goes; none for an inquiry, which takes no money. */
export function disputeFacts(dispute: Stripe.Dispute): GatewayFact[] {
  if (dispute.status.startsWith("warning_")) return [];
  const state =
    dispute.status === "lost"
      ? "lost"
      : dispute.status === "won" || dispute.status === "prevented"
        ? "won"
        : "open";
  return [
    {
      about: "dispute",
      paymentId: null,
      gatewayPaymentId: idOf(dispute.payment_intent),
      gatewayDisputeId: dispute.id,
      state,
      ...money(dispute.amount, dispute.currency),
    },
  ];
}

/** What an event tells; nothing for the many that do not concern payments. */
export function eventFacts(event: Stripe.Event): GatewayFact[] {
  switch (event.type) {
    case "checkout.session.completed":
    case "checkout.session.async_payment_succeeded":
    case "checkout.session.expired":
      return [sessionFact(event.data.object)];
    case "checkout.session.async_payment_failed": {
      const fact = sessionFact(event.data.object);
      return fact.about === "payment" ? [{ ...fact, state: "declined" }] : [];
    }
    case "payment_intent.succeeded":
      return [intentFact(event.data.object, "paid")];
    case "payment_intent.processing":
      return [intentFact(event.data.object, "processing")];
    case "payment_intent.payment_failed":
      return [intentFact(event.data.object, "declined")];
    case "charge.refunded":
      return chargeFacts(event.data.object);
    case "refund.created":
    case "refund.updated":
    case "refund.failed":
    case "charge.refund.updated":
      return [refundFact(event.data.object)];
    case "charge.dispute.created":
    case "charge.dispute.updated":
    case "charge.dispute.closed":
    case "charge.dispute.funds_withdrawn":
    case "charge.dispute.funds_reinstated":
      return disputeFacts(event.data.object);
    default:
      return [];
  }
}
