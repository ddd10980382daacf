import { type Scope } from "../../../platform/scope/scope.ts";
import { LedgerBalance } from "../models/ledger-balance.ts";
import { type Account, accountId, escrow } from "./account.ts";

/** What an account holds, in minor units. An account nobody has used yet holds nothing. */
export interface Balance {
  /** Everything that ever arrived. */
  readonly credited: number;
  /** Everything that ever left. */
  readonly debited: number;
  /** Reserved for something and not to be spent twice. */
  readonly reserved: number;
  /** Promised to it and not there yet. */
  readonly expected: number;
  /** What is there less what is reserved; below zero for accounts that mirror the outside world. */
  readonly available: number;
}

/** The balance of one account in one unit. */
export async function balanceOf(scope: Scope, account: Account, unit: string): Promise<Balance> {
  const [balance] = await balancesOf(scope, [account], unit);
  return balance!;
}

/** The balances of several accounts in one unit, in the order asked. */
export async function balancesOf(
  scope: Scope,
  accounts: readonly Account[],
  unit: string,
): Promise<Balance[]> {
  const ids = accounts.map((account) => accountId(account, unit));
  const rows = await scope.read<LedgerBalance>`
    select id, debits_posted, credits_posted, debits_pending, credits_pending
    from ${LedgerBalance} b where id = any(${ids}::uuid[])`;
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => toBalance(found.get(id)));
}

/** What an order's escrow was paid in all, and what of it is still held. */
export async function escrowOf(
  scope: Scope,
  orderId: string,
  unit: string,
): Promise<{ readonly fundedMinor: number; readonly heldMinor: number }> {
  const { credited, available } = await balanceOf(scope, escrow(orderId), unit);
  return { fundedMinor: credited, heldMinor: available };
}

function toBalance(row: LedgerBalance | undefined): Balance {
  const { debitsPosted = 0, creditsPosted = 0, debitsPending = 0, creditsPending = 0 } = row ?? {};
  return {
    credited: creditsPosted,
    debited: debitsPosted,
    reserved: debitsPending,
    expected: creditsPending,
    available: creditsPosted - debitsPosted - debitsPending,
  };
}
