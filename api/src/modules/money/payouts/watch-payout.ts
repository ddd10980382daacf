import { type Scope } from "../../../platform/scope/scope.ts";
import { setTimer } from "../../../platform/timers/timer.ts";
import { nextLook } from "../rules/look-schedule.ts";

/** What looks after a payout until it has come to rest. */
export const watchPayoutName = "money.watch_payout";

/** Has a payout looked after: the gateway is asked again and again, and somebody is called where nothing moves. */
export async function watchPayout(scope: Scope, { id }: { readonly id: string }, looks = 0): Promise<void> {
  const { now } = scope;
  const dueAt = nextLook({ now, looks, expiresAt: now });
  await setTimer(scope, { name: watchPayoutName, subjectId: id, dueAt, payload: { looks } });
}
