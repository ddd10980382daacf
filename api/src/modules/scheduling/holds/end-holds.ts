import { announce } from "../../../platform/outbox/announce.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { days, plus } from "../../../platform/time.ts";
import { cancelTimers, setTimer } from "../../../platform/timers/timer.ts";
import { freeTime } from "../busy-time.ts";
import { holdFactOf } from "../events.ts";
import { Hold } from "../models/hold.ts";

/** Ends a hold that nobody booked and gives its time back. */
export async function endHold(scope: Scope, hold: Hold, state: "released" | "expired"): Promise<Hold> {
  await freeTime(scope, hold.id);
  const ended = await closeHold(scope, hold, state);
  await announce(scope, "slot.released", holdFactOf(ended));
  return ended;
}

/** Marks a hold as over. It is kept for a day, to be counted and looked at, and then forgotten. */
export async function closeHold(
  scope: Scope,
  hold: Hold,
  state: "booked" | "released" | "expired",
): Promise<Hold> {
  await scope.query(Hold).where({ id: hold.id }).patch({ state });
  await cancelTimers(scope, { name: "scheduling.expire_hold", subjectId: hold.id });
  await setTimer(scope, {
    name: "scheduling.forget_hold",
    subjectId: hold.id,
    dueAt: plus(scope.now, days(1)),
  });
  return Object.assign(hold, { state });
}

/**
 * Ends the holds of a host whose time has run out: the table that keeps slots from being sold twice cannot look at the clock.
 * Those that another transaction is ending are left to it.
 */
export async function endExpiredHolds(scope: Scope, hostId: string): Promise<void> {
  const expired = await scope
    .query(Hold)
    .where({ hostId, state: "live" })
    .where("expiresAt", "<=", scope.now)
    .orderBy("id")
    .forUpdate()
    .skipLocked();
  for (const hold of expired) await endHold(scope, hold, "expired");
}
