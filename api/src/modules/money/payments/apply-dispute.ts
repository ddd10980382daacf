import { derivedId } from "../../../platform/ids.ts";
import { closeOperatorTask, openOperatorTask } from "../../../platform/operator-tasks.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { type GatewayFact } from "../../../platform/providers/payments/port.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { gateway, goodwill } from "../ledger/account.ts";
import { transfer } from "../ledger/transfer.ts";
import { PaymentDispute } from "../models/payment-dispute.ts";
import { isLaterDisputeState } from "../rules/payment-status.ts";
import { paymentFactOf } from "./announce-payment.ts";
import { type Dossier } from "./dossier.ts";

type DisputeFact = Extract<GatewayFact, { about: "dispute" }>;

/** Applies that the payer's bank takes a payment back, or how it decided. A lost one is paid from the site's own pocket first. */
export async function applyDispute(scope: Scope, dossier: Dossier, fact: DisputeFact): Promise<void> {
  const { payment, disputes, postings } = dossier;
  const known = disputes.find(({ gatewayDisputeId }) => gatewayDisputeId === fact.gatewayDisputeId);
  if (known && !isLaterDisputeState(fact.state, known.state)) return;
  const dispute = known ?? (await addDispute(scope, dossier, fact));
  dispute.state = fact.state;
  if (known)
    await scope.query(PaymentDispute).findById([scope.tenant.id, dispute.id]).patch({ state: fact.state });

  const task = { kind: "money.dispute_open", subjectId: dispute.id };
  const { amountMinor: amount, currency: unit } = dispute;
  if (fact.state === "open") {
    await openOperatorTask(scope, { ...task, params: { paymentId: payment.id, amount, currency: unit } });
  } else {
    await closeOperatorTask(scope, task);
  }
  if (fact.state === "lost") {
    const id = derivedId("dispute.lost", dispute.id);
    postings.push({
      cause: "dispute.lost",
      orderId: payment.orderId,
      paymentId: payment.id,
      transfers: [transfer({ id, debit: goodwill, credit: gateway(payment.gateway), unit, amount })],
    });
  }
  await announce(scope, "payment.disputed", {
    ...paymentFactOf(payment),
    disputeId: dispute.id,
    disputedMinor: amount,
    state: dispute.state,
  });
}

async function addDispute(
  scope: Scope,
  { payment, disputes }: Dossier,
  fact: DisputeFact,
): Promise<PaymentDispute> {
  const dispute = await scope.query(PaymentDispute).insertAndFetch({
    id: derivedId("dispute", payment.id, fact.gatewayDisputeId),
    paymentId: payment.id,
    gatewayDisputeId: fact.gatewayDisputeId,
    amountMinor: fact.amountMinor,
    currency: fact.currency,
    state: fact.state,
  });
  disputes.push(dispute);
  return dispute;
}
