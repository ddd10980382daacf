import { z } from "zod";
import { derivedId } from "../../../platform/ids.ts";
import { closeOperatorTask, openOperatorTask, OperatorTask } from "../../../platform/operator-tasks.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { days, hours, plus } from "../../../platform/time.ts";
import { setTimer, timer } from "../../../platform/timers/timer.ts";
import { Payment } from "../models/payment.ts";
import { findGatewayDifferences } from "./audit-gateways.ts";
import { findWrongAccounts } from "./audit-books.ts";

const reconcileTimerName = "money.reconcile";
const gatewayDiffers = "money.gateway_differs";
const booksDiffer = "money.books_differ";

/** Payments younger than this are asked about once more, in case an event of theirs never came. */
const lookBackDays = 2;

/** Has the books compared with the gateways in the coming night, at 3 o'clock UTC. */
export async function askForReconciliation(scope: Scope): Promise<void> {
  // Read first: many payments arrive at once, and one row for all of them would be hot.
  const asked = await scope.sql`
    select id from timers
    where tenant_id = ${scope.tenant.id} and kind = ${reconcileTimerName} and subject_id = ${scope.tenant.id} and state = 'pending'`;
  if (asked.length > 0) return;
  const night = Math.floor((scope.now.getTime() - hours(3)) / days(1)) + 1;
  const dueAt = new Date(night * days(1) + hours(3));
  await setTimer(scope, { name: reconcileTimerName, subjectId: scope.tenant.id, dueAt });
}

/**
 * Compares the ledger with the payments and with itself, and asks the gateways about payments of the last days. Every difference is
 * a task for an operator, closed by itself when the difference is gone.
 */
export const reconcileTimer = timer({
  name: reconcileTimerName,
  payload: z.object({}),
  async run(scope) {
    const gateways = await findGatewayDifferences(scope);
    await tell(
      scope,
      gatewayDiffers,
      gateways.map((params) => ({ id: derivedId(gatewayDiffers, params.gateway, params.currency), params })),
    );
    const accounts = await findWrongAccounts(scope);
    await tell(
      scope,
      booksDiffer,
      accounts.map(({ accountId: id, kind, unit }) => ({ id, params: { kind, unit } })),
    );
    const since = plus(scope.now, days(-lookBackDays));
    const recent = await scope.sql<{ id: string }>`
      select id from ${Payment} p where captured_at >= ${since} order by id limit 1000`;
    for (const { id: paymentId } of recent) await announce(scope, "payment.check_due", { paymentId });
    if (gateways.length + accounts.length + recent.length > 0) await askForReconciliation(scope);
  },
});

/** Opens a task for each difference, and closes those of differences that are gone. */
async function tell(
  scope: Scope,
  kind: string,
  differences: readonly { readonly id: string; readonly params: object }[],
): Promise<void> {
  for (const { id: subjectId, params } of differences)
    await openOperatorTask(scope, { kind, subjectId, params });
  const found = differences.map(({ id }) => id);
  const gone = await scope.sql<{ subjectId: string }>`
    select subject_id from ${OperatorTask} t
    where kind = ${kind} and state = 'open' and subject_id <> all (${found}::uuid[])`;
  for (const { subjectId } of gone) await closeOperatorTask(scope, { kind, subjectId });
}
