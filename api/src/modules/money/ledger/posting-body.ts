import { type LedgerTransfer } from "../models/ledger-transfer.ts";
import { type Account, accountId } from "./account.ts";
import { type Resolution, type Transfer, type TransferGroup } from "./transfer.ts";

/** A transfer as `ledger_post` reads it. */
interface Entry {
  readonly id: string;
  readonly debit: string;
  readonly credit: string;
  readonly amount: number;
  readonly state: "posted" | "pending" | "voided";
  readonly pending_id: string | null;
  readonly reverses_id: string | null;
  readonly lot_id: string | null;
  readonly lot_expires_at: Date | null;
}

/** The accounts and the amount of a pending transfer, which its resolution repeats. */
export type Pending = Pick<LedgerTransfer, "debitAccountId" | "creditAccountId" | "amount" | "lotExpiresAt">;

/** Whether it ends a pending transfer. */
export const isResolution = (each: Transfer | Resolution): each is Resolution => "pendingId" in each;

/** A group as `ledger_post` reads it: its transfers, and the accounts it may have to open. Amounts of 0 are left out. */
export function postingBody(group: TransferGroup, now: Date, pending: ReadonlyMap<string, Pending>): object {
  const accounts = new Map<string, { id: string; unit: string } & Account>();
  const open = (account: Account, unit: string): string => {
    const id = accountId(account, unit);
    accounts.set(id, { id, unit, kind: account.kind, owner: account.owner });
    return id;
  };
  const entryOf = (each: Transfer | Resolution): Entry => {
    if (isResolution(each)) return resolve(each, pending.get(each.pendingId));
    const { id, debit, credit, unit, amount, state } = each;
    return {
      id,
      debit: open(debit, unit),
      credit: open(credit, unit),
      amount,
      state,
      pending_id: null,
      reverses_id: each.reverses,
      lot_id: each.fromLot,
      lot_expires_at: each.lotExpiresAt,
    };
  };
  return {
    cause: group.cause,
    order_id: group.orderId ?? null,
    payment_id: group.paymentId ?? null,
    happened_at: now,
    transfers: group.transfers.filter((each) => each.amount !== 0).map(entryOf),
    accounts: [...accounts.values()],
  };
}

function resolve({ id, pendingId, state, amount }: Resolution, row: Pending | undefined): Entry {
  if (!row) throw new Error(`There is no pending transfer ${pendingId}.`);
  return {
    id,
    debit: row.debitAccountId,
    credit: row.creditAccountId,
    amount: amount ?? row.amount,
    state,
    pending_id: pendingId,
    reverses_id: null,
    lot_id: null,
    lot_expires_at: row.lotExpiresAt,
  };
}
