import { type Scope } from "../../../platform/scope/scope.ts";
import { days, plus } from "../../../platform/time.ts";
import { setTimer } from "../../../platform/timers/timer.ts";
import { LedgerLot } from "../models/ledger-lot.ts";
import { LedgerLotUse } from "../models/ledger-lot-use.ts";
import { LedgerTransfer } from "../models/ledger-transfer.ts";
import { nextMoment } from "../rules/lot-schedule.ts";
import { isResolution, type Pending } from "./posting-body.ts";
import { type Resolution, type Transfer } from "./transfer.ts";

/** What warns before a lot expires, and lets it expire. */
export const lotTimer = "money.watch_lot";

/** What comes back to a lot whose time has ended can be spent for so long; `ledger_move_lots` says the same. */
const graceDays = 30;

/** Sets the timer for what happens next to a lot. */
export async function watchLot(scope: Scope, lotId: string, expiresAt: Date): Promise<void> {
  const moment = nextMoment(expiresAt, scope.now);
  if (moment) await setTimer(scope, { name: lotTimer, subjectId: lotId, dueAt: moment.at });
}

/** Watches the lots that transfers open. */
export async function watchNewLots(
  scope: Scope,
  transfers: readonly (Transfer | Resolution)[],
  pending: ReadonlyMap<string, Pending>,
): Promise<void> {
  const opened = transfers.flatMap((each) => {
    const isPosted = each.state === "posted" && each.amount !== 0;
    const endsAt = isResolution(each) ? pending.get(each.pendingId)?.lotExpiresAt : each.lotExpiresAt;
    return isPosted && endsAt ? [{ id: each.id, endsAt }] : [];
  });
  for (const { id, endsAt } of opened.toSorted(byId)) await watchLot(scope, id, endsAt);
}

/** Watches lots again to which something returns after their time had ended. */
export async function watchReturnedLots(
  scope: Scope,
  transfers: readonly (Transfer | Resolution)[],
): Promise<void> {
  const ended = transfers.flatMap((each) => (isResolution(each) ? each.pendingId : (each.reverses ?? [])));
  if (ended.length === 0) return;
  const lots = await scope.sql<{ id: string }>`
    select distinct l.id from ${LedgerTransfer} t
    join ${LedgerLotUse} u on u.transfer_id in (t.id, t.pending_id)
    join ${LedgerLot} l on l.id = u.lot_id
    where t.id = any(${ended}::uuid[]) and l.expires_at <= ${scope.now}
    order by l.id`;
  for (const { id } of lots) await watchLot(scope, id, plus(scope.now, days(graceDays)));
}

const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);
