import { announce } from "../../../platform/outbox/announce.ts";
import { type GatewayFact } from "../../../platform/providers/payments/port.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { post } from "../ledger/post.ts";
import { Payment } from "../models/payment.ts";
import { ReceivedEvent } from "../models/received-event.ts";
import { applyDispute } from "./apply-dispute.ts";
import { applyPaymentFact } from "./apply-payment-fact.ts";
import { applyRefund } from "./apply-refund.ts";
import { type Dossier, openDossiers, saveDossier } from "./dossier.ts";

/**
 * Applies what a gateway tells, and posts what follows to the ledger: call it once per transaction, last. Facts that are known
 * already change nothing, and their order plays no part in how it ends. Answers the facts of payments unknown here.
 */
export async function applyFacts(
  scope: Scope,
  gateway: string,
  facts: readonly GatewayFact[],
): Promise<GatewayFact[]> {
  await lockGatewayIds(scope, gateway, facts);
  const named = await ordersOf(scope, gateway, facts);
  const dossiers = await openDossiers(scope, named);
  const unknown: GatewayFact[] = [];
  const queue = [...facts];
  // Grows while it is walked, when a fact tells whom others are about.
  for (const fact of queue) {
    const dossier = dossiers.find(({ payment }) => isAbout(fact, gateway, payment));
    if (!dossier) {
      unknown.push(fact);
      continue;
    }
    const learned = learnId(dossier, fact);
    await applyOne(scope, dossier, fact, dossiers);
    if (learned !== null) queue.push(...(await takeWaiting(scope, gateway, learned)));
  }
  for (const dossier of dossiers) await saveDossier(scope, dossier);
  await post(
    scope,
    dossiers.flatMap(({ postings }) => postings),
  );
  return unknown;
}

async function applyOne(
  scope: Scope,
  dossier: Dossier,
  fact: GatewayFact,
  dossiers: readonly Dossier[],
): Promise<void> {
  switch (fact.about) {
    case "payment":
      return applyPaymentFact(scope, dossier, fact, dossiers);
    case "refund":
      return applyRefund(scope, dossier, fact);
    case "dispute":
      return applyDispute(scope, dossier, fact);
    case "refundedTotal": {
      const { payment, refunds } = dossier;
      const known = refunds.reduce(
        (sum, { state, amountMinor }) => (state === "failed" ? sum : sum + amountMinor),
        0,
      );
      payment.reportedRefundsMinor = Math.max(payment.reportedRefundsMinor, fact.amountMinor);
      // Somebody refunded at the gateway: its list of refunds says which.
      if (payment.reportedRefundsMinor > known)
        await announce(scope, "payment.check_due", { paymentId: payment.id });
    }
  }
}

/** Somebody who learns whose id it is, and somebody who does not know it yet, must not miss each other. */
async function lockGatewayIds(scope: Scope, gateway: string, facts: readonly GatewayFact[]): Promise<void> {
  const ids = [...new Set(facts.flatMap(({ gatewayPaymentId }) => gatewayPaymentId ?? []))];
  if (ids.length === 0) return;
  await scope.sql`
    select pg_advisory_xact_lock(hashtextextended(name, 0))
    from (select ${scope.tenant.id}::text || ${gateway}::text || id as name from unnest(${ids}::text[]) as id order by 1) names`;
}

async function ordersOf(scope: Scope, gateway: string, facts: readonly GatewayFact[]): Promise<string[]> {
  const ids = facts.flatMap(({ paymentId }) => paymentId ?? []);
  const gatewayIds = facts.flatMap(({ gatewayPaymentId }) => gatewayPaymentId ?? []);
  const rows = await scope.sql<{ orderId: string }>`
    select distinct order_id from ${Payment} p
    where gateway = ${gateway} and (id = any(${ids}::uuid[]) or gateway_payment_id = any(${gatewayIds}::text[]))`;
  return rows.map(({ orderId }) => orderId);
}

const isAbout = (fact: GatewayFact, gateway: string, payment: Payment): boolean =>
  payment.gateway === gateway &&
  (fact.paymentId === payment.id ||
    (fact.paymentId === null &&
      fact.gatewayPaymentId !== null &&
      fact.gatewayPaymentId === payment.gatewayPaymentId));

/** Notes the gateway's own id of the payment; answers it when it is news. */
function learnId({ payment }: Dossier, { gatewayPaymentId }: GatewayFact): string | null {
  if (gatewayPaymentId === null || payment.gatewayPaymentId !== null) return null;
  payment.gatewayPaymentId = gatewayPaymentId;
  return gatewayPaymentId;
}

/** Facts that came before anybody could tell which payment they are about. */
async function takeWaiting(scope: Scope, gateway: string, gatewayPaymentId: string): Promise<GatewayFact[]> {
  const rows = await scope
    .query(ReceivedEvent)
    .where({ gateway, waitsFor: gatewayPaymentId })
    .patch({ waitsFor: null })
    .returning("facts");
  return rows.flatMap(({ facts }) => facts);
}
