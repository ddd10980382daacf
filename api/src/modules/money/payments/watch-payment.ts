import { type Scope } from "../../../platform/scope/scope.ts";
import { setTimer } from "../../../platform/timers/timer.ts";
import { nextLook } from "../rules/look-schedule.ts";

/** What looks after a payment until it has come to rest. */
export const watchTimer = "money.watch_payment";

/** Has a payment looked after: the gateway is asked again and again, at growing distances, until nothing is open any more. */
export async function watchPayment(
  scope: Scope,
  { id, expiresAt }: { id: string; expiresAt: Date },
  looks = 0,
): Promise<void> {
  const dueAt = nextLook({ now: scope.now, looks, expiresAt });
  await setTimer(scope, { name: watchTimer, subjectId: id, dueAt, payload: { looks } });
}
