import { derivedId } from "../../../platform/ids.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { clearing, escrow, goodwill } from "../ledger/account.ts";
import { escrowOf } from "../ledger/balance.ts";
import { transfer, type TransferGroup } from "../ledger/transfer.ts";
import { type Refund } from "../models/refund.ts";
import { type Dossier, isKept } from "./dossier.ts";

/**
 * Where a refund's money comes from when a person decides it: what the order still holds first, then the site's own pocket.
 * Money that never reached the order lies with the gateway's clearing account already and moves nowhere.
 */
export async function takeForRefund(
  scope: Scope,
  dossier: Dossier,
  refund: Refund,
): Promise<TransferGroup[]> {
  const { payment } = dossier;
  const { amountMinor, currency: unit } = refund;
  if (!isKept(dossier)) return [];
  const { fundedMinor, heldMinor } = await escrowOf(scope, payment.orderId, unit);
  if (fundedMinor === 0) return [];
  const fromOrder = Math.min(heldMinor, amountMinor);
  const credit = clearing(payment.gateway);
  const take = (debit: typeof credit, amount: number) =>
    transfer({ id: derivedId("refund.taken", refund.id, debit.kind), debit, credit, unit, amount });
  return [
    {
      cause: "refund.taken",
      orderId: payment.orderId,
      paymentId: payment.id,
      transfers: [take(escrow(payment.orderId), fromOrder), take(goodwill, amountMinor - fromOrder)],
    },
  ];
}
