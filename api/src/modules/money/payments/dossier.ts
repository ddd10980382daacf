import { announce } from "../../../platform/outbox/announce.ts";
import { audit } from "../../../platform/audit/record.ts";
import { derivedId } from "../../../platform/ids.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { type TransferGroup } from "../ledger/transfer.ts";
import { Payment } from "../models/payment.ts";
import { PaymentDispute } from "../models/payment-dispute.ts";
import { Refund, type RefundReason } from "../models/refund.ts";
import {
  committedRefundsOf,
  isPaidInFull,
  type PaymentFacts,
  refundedOf,
  statusOf,
} from "../rules/payment-status.ts";
import { watchPayment } from "./watch-payment.ts";

/** A payment with everything that hangs on it, locked until the end of the transaction. Change it, then `saveDossier`. */
export interface Dossier {
  readonly payment: Payment;
  readonly refunds: Refund[];
  readonly disputes: PaymentDispute[];
  /** What the ledger has to be told, posted once by whoever opened the dossier. */
  readonly postings: TransferGroup[];
}

/** Opens the dossiers of orders: all of their payments, locked in one order for everybody. */
export async function openDossiers(scope: Scope, orderIds: readonly string[]): Promise<Dossier[]> {
  if (orderIds.length === 0) return [];
  const payments = await scope.query(Payment).whereIn("orderId", orderIds).orderBy("id").forUpdate();
  const ids = payments.map(({ id }) => id);
  const refunds = await scope.query(Refund).whereIn("paymentId", ids).orderBy("id");
  const disputes = await scope.query(PaymentDispute).whereIn("paymentId", ids).orderBy("id");
  return payments.map((payment) => ({
    payment,
    refunds: refunds.filter(({ paymentId }) => paymentId === payment.id),
    disputes: disputes.filter(({ paymentId }) => paymentId === payment.id),
    postings: [],
  }));
}

/** Opens the dossier of one payment, together with the order's other payments. */
export async function openDossier(
  scope: Scope,
  paymentId: string,
): Promise<{ dossier: Dossier; others: Dossier[] } | null> {
  const [found] = await scope.sql<{
    orderId: string;
  }>`select order_id from ${Payment} p where id = ${paymentId}`;
  const dossiers = await openDossiers(scope, found ? [found.orderId] : []);
  const dossier = dossiers.find(({ payment }) => payment.id === paymentId);
  return dossier ? { dossier, others: dossiers.filter((each) => each !== dossier) } : null;
}

/** Writes the payment back, with the status that follows from what is known now. */
export async function saveDossier(scope: Scope, dossier: Dossier): Promise<void> {
  const { payment } = dossier;
  const facts = factsOf(dossier);
  const before = { status: payment.status, refundedMinor: payment.refundedMinor };
  const after = { status: statusOf(facts), refundedMinor: refundedOf(facts) };
  if (before.status !== after.status || before.refundedMinor !== after.refundedMinor) {
    await audit(scope, {
      action: "money.change_payment",
      entity: { kind: "payment", id: payment.id },
      before,
      after: { ...after, currency: payment.currency },
    });
  }
  Object.assign(payment, after);
  const { tenantId: _, id, createdAt: __, updatedAt: ___, ...columns } = payment;
  await scope.query(Payment).findById([scope.tenant.id, id]).patch(columns);
}

/** What the rules judge a payment by. */
export const factsOf = ({ payment, refunds, disputes }: Dossier): PaymentFacts => ({
  amountMinor: payment.amountMinor,
  currency: payment.currency,
  captured:
    payment.capturedMinor === null
      ? null
      : { amountMinor: payment.capturedMinor, currency: payment.capturedCurrency ?? payment.currency },
  isDeclined: payment.declinedAt !== null,
  isExpired: payment.expiredAt !== null,
  refunds: refunds.filter(
    ({ retriedBy, origin, state }) => retriedBy === null && !(origin === "gateway" && state === "failed"),
  ),
  reportedRefundsMinor: payment.reportedRefundsMinor,
  disputes,
});

/** Whether it is what its order is paid by: exactly what was asked for, and not a second time. */
export const isKept = (dossier: Dossier): boolean =>
  isPaidInFull(factsOf(dossier)) && !dossier.payment.isDuplicate;

/** What of a payment can still be given back, in minor units. */
export const refundableOf = (dossier: Dossier): number =>
  Math.max((dossier.payment.capturedMinor ?? 0) - committedRefundsOf(factsOf(dossier)), 0);

/** Our ids of a payment's refunds, as its gateway was told them. */
export async function refundIdsOf(scope: Scope, paymentId: string): Promise<string[]> {
  const rows = await scope.query(Refund).where({ paymentId, origin: "house" }).select("id").orderBy("id");
  return rows.map(({ id }) => id);
}

/** The id of a refund: one key is one refund of a payment. */
export const refundIdOf = (paymentId: string, key: string): string => derivedId("refund", paymentId, key);

/**
 * Stores a refund and has it sent to the gateway. The ledger must have the money in the gateway's clearing account; a repeat
 * with the same key changes nothing. The amount is not checked here.
 */
export async function addRefund(
  scope: Scope,
  dossier: Dossier,
  { key, amountMinor, reason }: { key: string; amountMinor: number; reason: RefundReason },
): Promise<Refund> {
  const { payment, refunds } = dossier;
  const id = refundIdOf(payment.id, key);
  const known = refunds.find((refund) => refund.id === id);
  if (known) return known;
  const refund = await scope.query(Refund).insertAndFetch({
    id,
    paymentId: payment.id,
    amountMinor,
    currency: payment.capturedCurrency ?? payment.currency,
    reason,
    origin: "house",
    state: "requested",
  });
  refunds.push(refund);
  await announce(scope, "refund.requested", { refundId: id });
  await watchPayment(scope, payment);
  return refund;
}
