import { type Scope } from "../../../platform/scope/scope.ts";
import { hours } from "../../../platform/time.ts";
import { cancelTimers, setTimer } from "../../../platform/timers/timer.ts";
import { failure } from "../errors.ts";
import { LedgerTransfer } from "../models/ledger-transfer.ts";
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
}

const posted = new WeakSet<Scope>();

/**
 * Records groups of transfers: all of them, or none and a failure. A transfer recorded before with the same content is passed
 * over, so a repeat is harmless. Call it once per transaction and last: the accounts stay locked until the commit.
 */
export async function post(scope: Scope, groups: readonly TransferGroup[]): Promise<void> {
  const transfers = groups.flatMap((group) => group.transfers);
  if (transfers.every((each) => "debit" in each && each.amount === 0)) return;
  if (posted.has(scope))
    throw new Error("The ledger is posted to once per transaction: collect the groups first.");
  posted.add(scope);

  const pending = await pendingTransfers(scope, transfers.filter(isResolution));
  await keepTimers(scope, transfers);
  const body = groups.map((group) => toBody(scope, group, pending));
  try {
    await scope.sql`select ledger_post(${JSON.stringify(body)}::jsonb)`;
  } catch (refusal) {
    throw explain(refusal);
  }
}

const isResolution = (each: Transfer | Resolution): each is Resolution => "pendingId" in each;

async function pendingTransfers(scope: Scope, resolutions: readonly Resolution[]) {
  if (resolutions.length === 0) return new Map<string, LedgerTransfer>();
  const ids = resolutions.map(({ pendingId }) => pendingId);
  const rows = await scope.sql<LedgerTransfer>`
    select id, debit_account_id, credit_account_id, amount
    from ${LedgerTransfer} t where id = any(${ids}::uuid[]) and state = 'pending'`;
  return new Map(rows.map((row) => [row.id, row]));
}

function toBody(scope: Scope, group: TransferGroup, pending: ReadonlyMap<string, LedgerTransfer>) {
  const accounts = new Map<string, { id: string; unit: string } & Account>();
  const open = (account: Account, unit: string): string => {
    const id = accountId(account, unit);
    accounts.set(id, { id, unit, kind: account.kind, owner: account.owner });
    return id;
  };
  const entryOf = (each: Transfer | Resolution): Entry => {
    if (isResolution(each)) return resolve(each, pending.get(each.pendingId));
    const { id, debit, credit, unit, amount, state } = each;
    return { id, debit: open(debit, unit), credit: open(credit, unit), amount, state, pending_id: null };
  };
  const entries = group.transfers.filter((each) => each.amount !== 0).map(entryOf);
  return {
    cause: group.cause,
    order_id: group.orderId ?? null,
    payment_id: group.paymentId ?? null,
    happened_at: scope.now,
    accounts: [...accounts.values()],
    transfers: entries,
  };
}

function resolve({ id, pendingId, state, amount }: Resolution, row: LedgerTransfer | undefined): Entry {
  if (!row) throw new Error(`There is no pending transfer ${pendingId}.`);
  return {
    id,
    debit: row.debitAccountId,
    credit: row.creditAccountId,
    amount: amount ?? row.amount,
    state,
    pending_id: pendingId,
  };
}

/** What gives reserved value back when its time is over. */
export const voidTimer = "money.void_expired_transfer";

/** What brings the sums of busy accounts up to date. */
export const snapshotTimer = "money.snapshot_ledger";

async function keepTimers(scope: Scope, transfers: readonly (Transfer | Resolution)[]): Promise<void> {
  // In one order for everybody, like the accounts: two calls must not wait for each other.
  for (const each of transfers.toSorted((a, b) => (subjectOf(a) < subjectOf(b) ? -1 : 1))) {
    if (isResolution(each)) await cancelTimers(scope, { name: voidTimer, subjectId: each.pendingId });
    else if (each.expiresAt)
      await setTimer(scope, { name: voidTimer, subjectId: each.id, dueAt: each.expiresAt });
    // Ids are as good as random: about one transfer in 512 asks for new sums, so quiet sites never pay for them.
    if (!isResolution(each) && /[02468ace]00$/.test(each.id)) await askForSnapshot(scope);
  }
}

const subjectOf = (each: Transfer | Resolution): string => (isResolution(each) ? each.pendingId : each.id);

async function askForSnapshot(scope: Scope): Promise<void> {
  const hour = hours(1);
  const dueAt = new Date((Math.floor(scope.now.getTime() / hour) + 1) * hour);
  await setTimer(scope, { name: snapshotTimer, subjectId: scope.tenant.id, key: dueAt.toISOString(), dueAt });
}

function explain(refusal: unknown): unknown {
  if (!(refusal instanceof Error)) return refusal;
  if ("constraint" in refusal && refusal.constraint === "ledger_accounts_covered")
    return failure("money.balance_too_low");
  switch ("code" in refusal ? refusal.code : undefined) {
    case "TL001":
      return failure("money.transfer_conflict");
    case "TL002":
      return failure("money.transfer_not_pending");
    default:
      return refusal;
  }
}
