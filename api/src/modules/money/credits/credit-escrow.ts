import { type EscrowMove } from "../../../platform/flow/escrow.ts";
import { derivedId } from "../../../platform/ids.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { failure } from "../errors.ts";
import { type Account, escrow, issued, wallet } from "../ledger/account.ts";
import { balanceOf } from "../ledger/balance.ts";
import {
  type Movement,
  movementsIn,
  pendingTransfer,
  postPending,
  reversal,
  transfer,
  type TransferGroup,
  voidPending,
} from "../ledger/transfer.ts";
import { LedgerTransfer } from "../models/ledger-transfer.ts";
import { creditUnit } from "./credit-unit.ts";
import { announceWallet, lotEnd } from "./issue-credits.ts";

/** An order that is paid in credits, and its two sides. */
export interface CreditOrder {
  readonly orderId: string;
  readonly buyerId: string;
  readonly sellerId: string;
}

const reservedId = (orderId: string): string => derivedId("escrow.reserved", orderId);
const fundedId = (orderId: string): string => derivedId("escrow.funded", orderId);

/** Refuses what a member's wallet does not cover, with a sentence that says where to get more. */
export async function refuseTooFewCredits(scope: Scope, memberId: string, price: number): Promise<void> {
  const { available } = await balanceOf(scope, wallet(memberId), creditUnit);
  if (available < price) throw failure("money.credits_too_few", { price, available });
}

/** Reserves the price of an order in its buyer's wallet: spent for them, and nobody's yet. */
export async function reserveCredits(
  scope: Scope,
  { orderId, buyerId }: CreditOrder,
  amount: number,
): Promise<TransferGroup> {
  await announceWallet(scope, buyerId);
  const movement = { id: reservedId(orderId), debit: wallet(buyerId), credit: escrow(orderId), amount };
  const transfers = [pendingTransfer({ ...movement, unit: creditUnit })];
  return { cause: "escrow.reserved", orderId, transfers };
}

/** Gives back what is reserved for an order; nothing when nothing is, or is no more. */
export async function returnReserved(
  scope: Scope,
  { orderId, buyerId }: CreditOrder,
): Promise<TransferGroup[]> {
  const pendingId = reservedId(orderId);
  const open = await scope.sql`
    select id from ${LedgerTransfer} t where id = ${pendingId}
      and not exists (select from ${LedgerTransfer} r where r.pending_id = t.id)`;
  if (open.length === 0) return [];
  await announceWallet(scope, buyerId);
  const transfers = [voidPending({ id: derivedId("escrow.unreserved", orderId), pendingId })];
  return [{ cause: "escrow.unreserved", orderId, transfers }];
}

/** What one move of the escrow of an order in credits is in the ledger, told to the wallets; the key tells the order's moves apart. */
export async function creditEscrowPostings(
  scope: Scope,
  order: CreditOrder,
  move: EscrowMove,
  key: string,
): Promise<TransferGroup[]> {
  for (const memberId of walletsOf(order, move)) await announceWallet(scope, memberId);
  return creditGroups(scope, order, move, key);
}

/** The movements that one move of the escrow of an order in credits comes to, without doing anything. */
export function creditMovements(scope: Scope, order: CreditOrder, move: EscrowMove): Movement[] {
  if (move.escrow === "fund") {
    const [debit, credit] = [wallet(order.buyerId), escrow(order.orderId)];
    return [{ debit, credit, unit: creditUnit, amount: move.amountMinor }];
  }
  return movementsIn(creditGroups(scope, order, move, "preview"));
}

function creditGroups(scope: Scope, order: CreditOrder, move: EscrowMove, key: string): TransferGroup[] {
  const { orderId } = order;
  const group = (cause: string, transfers: TransferGroup["transfers"]) => [{ cause, orderId, transfers }];
  switch (move.escrow) {
    case "fund":
      return group("escrow.funded", [postPending({ id: fundedId(orderId), pendingId: reservedId(orderId) })]);
    case "release":
      return group("escrow.released", [earned(scope, order, move.amountMinor, key)]);
    case "refund":
      return group("escrow.refunded", [returned(order, move.amountMinor, key)]);
    case "settle":
      return group("escrow.settled", [
        returned(order, move.refundMinor, key),
        earned(scope, order, move.releaseMinor, key),
      ]);
  }
}

/** Takes credits back after the escrow is gone: from what the seller has, and from the site where that is not enough. */
export async function takeCreditsBack(
  scope: Scope,
  { orderId, buyerId, sellerId }: CreditOrder,
  amount: number,
  key: string,
): Promise<TransferGroup> {
  const { available } = await balanceOf(scope, wallet(sellerId), creditUnit);
  const fromSeller = Math.min(Math.max(available, 0), amount);
  const take = (debit: Account, part: number) =>
    transfer({
      id: derivedId("order.taken_back", orderId, key, debit.kind),
      debit,
      credit: wallet(buyerId),
      unit: creditUnit,
      amount: part,
      lotExpiresAt: lotEnd(scope),
    });
  for (const memberId of [buyerId, sellerId]) await announceWallet(scope, memberId);
  const transfers = [take(wallet(sellerId), fromSeller), take(issued, amount - fromSeller)];
  return { cause: "order.taken_back", orderId, transfers };
}

// What was earned begins a life of its own.
const earned = (scope: Scope, { orderId, sellerId }: CreditOrder, amount: number, key: string) =>
  transfer({
    id: derivedId("escrow", orderId, key, "wallet", sellerId),
    debit: escrow(orderId),
    credit: wallet(sellerId),
    unit: creditUnit,
    amount,
    lotExpiresAt: lotEnd(scope),
  });

// A reversal brings the credits back to the lots they came from, with the time those had left.
const returned = ({ orderId, buyerId }: CreditOrder, amount: number, key: string) =>
  reversal({
    id: derivedId("escrow", orderId, key, "wallet", buyerId),
    debit: escrow(orderId),
    credit: wallet(buyerId),
    unit: creditUnit,
    amount,
    reverses: fundedId(orderId),
  });

function walletsOf({ buyerId, sellerId }: CreditOrder, move: EscrowMove): string[] {
  if (move.escrow === "fund") return [buyerId];
  const isBack = move.escrow === "refund" || (move.escrow === "settle" && move.refundMinor > 0);
  const isOn = move.escrow === "release" || (move.escrow === "settle" && move.releaseMinor > 0);
  return [...(isBack ? [buyerId] : []), ...(isOn ? [sellerId] : [])];
}
