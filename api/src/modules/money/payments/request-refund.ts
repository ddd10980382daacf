import { type Scope } from "../../../platform/scope/scope.ts";
import { type Refund, type RefundReason } from "../models/refund.ts";
import { addRefund, isKept, openDossiers, refundableOf, refundIdOf, saveDossier } from "./dossier.ts";

/**
 * Sends money of an order back the way it came, newest payment first. For flows: the caller posts the escrow's refund to the
 * ledger in the same transaction. The same key again is the same refund. Throws when the order's payments cannot give so much.
 */
export async function requestRefund(
  scope: Scope,
  {
    orderId,
    amountMinor,
    reason,
    key,
  }: { orderId: string; amountMinor: number; reason: RefundReason; key: string },
): Promise<Refund[]> {
  const dossiers = await openDossiers(scope, [orderId]);
  const made: Refund[] = [];
  let left = amountMinor;
  for (const dossier of dossiers.filter(isKept).toReversed()) {
    const known = dossier.refunds.find(({ id }) => id === refundIdOf(dossier.payment.id, key));
    const part = known ? known.amountMinor : Math.min(left, refundableOf(dossier));
    if (left === 0 || part === 0) continue;
    made.push(await addRefund(scope, dossier, { key, amountMinor: part, reason }));
    await saveDossier(scope, dossier);
    left -= part;
  }
  if (left !== 0) throw new Error(`The payments of order ${orderId} cannot give back ${amountMinor}.`);
  return made;
}

/** What of an order's payments can still be given back, in minor units. */
export async function refundableOfOrder(scope: Scope, orderId: string): Promise<number> {
  const dossiers = await openDossiers(scope, [orderId]);
  return dossiers.filter(isKept).reduce((sum, dossier) => sum + refundableOf(dossier), 0);
}
