import { type Scope } from "../../../platform/scope/scope.ts";
import { hours } from "../../../platform/time.ts";
import { cancelTimers, setTimer } from "../../../platform/timers/timer.ts";
import { failure } from "../errors.ts";
import { LedgerTransfer } from "../models/ledger-transfer.ts";
import { isResolution, postingBody } from "./posting-body.ts";
import { watchNewLots, watchReturnedLots } from "./lot-timers.ts";
import { type Resolution, type Transfer, type TransferGroup } from "./transfer.ts";

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
  await watchNewLots(scope, transfers, pending);
  await watchReturnedLots(scope, transfers);
  const body = groups.map((group) => postingBody(group, scope.now, pending));
  try {
    await scope.sql`select ledger_post(${JSON.stringify(body)}::jsonb)`;
  } catch (refusal) {
    throw explain(refusal);
  }
}

async function pendingTransfers(scope: Scope, resolutions: readonly Resolution[]) {
  if (resolutions.length === 0) return new Map<string, LedgerTransfer>();
  const ids = resolutions.map(({ pendingId }) => pendingId);
  const rows = await scope.sql<LedgerTransfer>`
    select id, debit_account_id, credit_account_id, amount, lot_expires_at
    from ${LedgerTransfer} t where id = any(${ids}::uuid[]) and state = 'pending'`;
  return new Map(rows.map((row) => [row.id, row]));
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
    case "TL004":
      return failure("money.transfer_reversed");
    case "TL005":
      return failure("money.balance_too_low");
    default:
      return refusal;
  }
}
