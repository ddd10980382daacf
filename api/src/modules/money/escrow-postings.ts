import { type EscrowMove } from "../../platform/flow/escrow.ts";
import { derivedId } from "../../platform/ids.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { type Account, available, clearing, earnings, escrow, fees } from "./ledger/account.ts";
import { type Movement, movementsIn, transfer, type TransferGroup } from "./ledger/transfer.ts";
import { Payment } from "./models/payment.ts";
import { isKept, openDossiers, refundableOf } from "./payments/dossier.ts";
import { type Payee, releaseParts } from "./rules/release-parts.ts";

/** What was agreed about an order's money when it was placed; it never changes afterwards. */
export interface EscrowTerms {
  readonly orderId: string;
  /** The currency or credit it is priced in. */
  readonly unit: string;
  readonly payees: readonly Payee[];
  /** The site's part, as `feeOf` said when the order was placed. */
  readonly feeBasisPoints: number;
  /** Whether released money can be paid out at once, or stays in `earnings` while it can still be disputed. */
  readonly releasedTo: "available" | "earnings";
}

/**
 * What one move of an order's escrow is in the ledger. `payer` is where the money comes from and goes back to. `key` tells the
 * order's moves apart: the same key again is the same move. Pass the result to `post`, with everything else of the transaction.
 */
export function escrowPostings(
  terms: EscrowTerms,
  move: EscrowMove,
  { payer, key }: { readonly payer: Account; readonly key: string },
): TransferGroup[] {
  const { orderId, unit } = terms;
  const held = escrow(orderId);
  const movement = (debit: Account, credit: Account, amount: number) => {
    const id = derivedId("escrow", orderId, key, credit.kind, credit.owner);
    return transfer({ id, debit, credit, unit, amount });
  };
  const release = (amountMinor: number) => {
    const parts = releaseParts(amountMinor, terms);
    const earner = terms.releasedTo === "available" ? available : earnings;
    return [
      ...parts.payees.map((payee) => movement(held, earner(payee.memberId), payee.amountMinor)),
      movement(held, fees, parts.feeMinor),
    ];
  };
  switch (move.escrow) {
    case "fund":
      return [{ cause: "escrow.funded", orderId, transfers: [movement(payer, held, move.amountMinor)] }];
    case "release":
      return [{ cause: "escrow.released", orderId, transfers: release(move.amountMinor) }];
    case "refund":
      return [{ cause: "escrow.refunded", orderId, transfers: [movement(held, payer, move.amountMinor)] }];
    case "settle":
      return [
        {
          cause: "escrow.settled",
          orderId,
          transfers: [movement(held, payer, move.refundMinor), ...release(move.releaseMinor)],
        },
      ];
  }
}

/** The movements that one move of an order's escrow comes to when it is paid through a gateway, without doing anything. */
export async function escrowMovements(
  scope: Scope,
  terms: EscrowTerms,
  move: EscrowMove,
): Promise<Movement[]> {
  const [paid] = await scope.read<Pick<Payment, "gateway">>`
    select gateway from ${Payment} p where order_id = ${terms.orderId}
    order by captured_at desc nulls last, id desc limit 1`;
  return movementsIn(escrowPostings(terms, move, { payer: clearing(paid?.gateway ?? ""), key: "preview" }));
}

/**
 * The account an order is funded from when it was paid through a gateway, and refunded to. Throws unless at least
 * `amountMinor` of its payment is there and not on its way back.
 */
export async function payerAccountOf(scope: Scope, orderId: string, amountMinor = 0): Promise<Account> {
  const dossiers = await openDossiers(scope, [orderId]);
  const paid = dossiers.findLast(isKept);
  if (!paid || refundableOf(paid) < amountMinor) {
    throw new Error(`Order ${orderId} has no payment that ${amountMinor} could come from.`);
  }
  return clearing(paid.payment.gateway);
}
