import { derivedId } from "../../../platform/ids.ts";
import { openOperatorTask } from "../../../platform/operator-tasks.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { type GatewayFact } from "../../../platform/providers/payments/port.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { type Account, clearing, fees, gateway, goodwill } from "../ledger/account.ts";
import { transfer } from "../ledger/transfer.ts";
import { coversRefund, findPurchase, takeUnspentBack } from "../credits/credit-purchase.ts";
import { Refund } from "../models/refund.ts";
import { isLaterRefundState, refundedOf } from "../rules/payment-status.ts";
import { paymentFactOf } from "./announce-payment.ts";
import { type Dossier, factsOf } from "./dossier.ts";

type RefundFact = Extract<GatewayFact, { about: "refund" }>;

/** Applies how a refund goes at the gateway: ours, or one somebody made there. */
export async function applyRefund(scope: Scope, dossier: Dossier, fact: RefundFact): Promise<void> {
  const refund = findRefund(dossier, fact) ?? (await adoptRefund(scope, dossier, fact));
  refund.gatewayRefundId ??= fact.gatewayRefundId;
  if (isLaterRefundState(fact.state, refund.state)) {
    refund.state = fact.state;
    if (fact.state === "succeeded") await settle(scope, dossier, refund);
    if (fact.state === "failed") await fail(scope, dossier, refund);
  }
  const { gatewayRefundId, state, isSettled } = refund;
  await scope
    .query(Refund)
    .findById([scope.tenant.id, refund.id])
    .patch({ gatewayRefundId, state, isSettled });
}

const findRefund = ({ refunds }: Dossier, { refundId, gatewayRefundId }: RefundFact): Refund | undefined =>
  refunds.find((refund) => refund.id === refundId) ??
  refunds.find((refund) => refund.gatewayRefundId === gatewayRefundId);

/**
 * Takes a refund into the books that was made outside the house. Of bought credits it takes back what is left of them; who bears
 * anything else is for a person to decide.
 */
async function adoptRefund(scope: Scope, dossier: Dossier, fact: RefundFact): Promise<Refund> {
  const { payment, refunds, postings } = dossier;
  const refund = await scope.query(Refund).insertAndFetch({
    id: derivedId("refund", payment.id, "gateway", fact.gatewayRefundId),
    paymentId: payment.id,
    amountMinor: fact.amountMinor,
    currency: fact.currency,
    reason: "gateway",
    origin: "gateway",
    state: "pending",
    gatewayRefundId: fact.gatewayRefundId,
  });
  refunds.push(refund);
  const purchase = await findPurchase(scope, payment.orderId, postings);
  if (purchase?.creditedAt) {
    postings.push(...(await takeUnspentBack(scope, purchase, { refund, gateway: payment.gateway })));
    if (coversRefund(purchase, refund.amountMinor)) return refund;
  } else {
    move(dossier, refund, { step: "taken", debit: goodwill, credit: clearing(payment.gateway) });
  }
  await openOperatorTask(scope, {
    kind: "money.refunded_at_gateway",
    subjectId: refund.id,
    params: { paymentId: payment.id, amount: refund.amountMinor, currency: refund.currency },
  });
  return refund;
}

async function settle(scope: Scope, dossier: Dossier, refund: Refund): Promise<void> {
  const { payment } = dossier;
  refund.isSettled = true;
  move(dossier, refund, {
    step: "settled",
    debit: clearing(payment.gateway),
    credit: gateway(payment.gateway),
  });
  await announce(scope, "payment.refunded", refundFactOf(dossier, refund));
}

async function fail(scope: Scope, dossier: Dossier, refund: Refund): Promise<void> {
  const { payment } = dossier;
  if (refund.isSettled) {
    refund.isSettled = false;
    move(dossier, refund, {
      step: "returned",
      debit: gateway(payment.gateway),
      credit: clearing(payment.gateway),
    });
  }
  if (refund.origin === "gateway") {
    // Of bought credits the site's income was taken; whether the buyer gets the credits again is for a person to decide.
    const isOfPurchase = (await findPurchase(scope, payment.orderId))?.creditedAt != null;
    const credit = isOfPurchase ? fees : goodwill;
    move(dossier, refund, { step: "dropped", debit: clearing(payment.gateway), credit });
    if (!isOfPurchase) return;
  }
  await openOperatorTask(scope, {
    kind: "money.refund_failed",
    subjectId: refund.id,
    params: { paymentId: payment.id, amount: refund.amountMinor, currency: refund.currency },
  });
  await announce(scope, "payment.refund_failed", refundFactOf(dossier, refund));
}

function move(
  { payment, postings }: Dossier,
  refund: Refund,
  { step, debit, credit }: { step: string; debit: Account; credit: Account },
): void {
  const cause = `refund.${step}`;
  const { currency: unit, amountMinor: amount } = refund;
  postings.push({
    cause,
    orderId: payment.orderId,
    paymentId: payment.id,
    transfers: [transfer({ id: derivedId(cause, refund.id), debit, credit, unit, amount })],
  });
}

const refundFactOf = (dossier: Dossier, refund: Refund) => ({
  ...paymentFactOf(dossier.payment),
  refundId: refund.id,
  refundMinor: refund.amountMinor,
  refundedMinor: refundedOf(factsOf(dossier)),
  origin: refund.origin,
});
