import { plus } from "../../../platform/time.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { readMember } from "../../identity/index.ts";
import { releaseAt } from "../deliveries/release.ts";
import { NotificationDelivery } from "../models/notification-delivery.ts";
import { scheduleOf } from "../rules/delivery-time.ts";
import { readRhythm, rhythmIn, zoneFor } from "./rhythm.ts";

/** Lets what a member waits for come when they now want it. */
export async function reschedule(scope: Scope, memberId: string): Promise<void> {
  const waiting = await scope.query(NotificationDelivery).where({ memberId, state: "waiting" }).forUpdate();
  if (waiting.length === 0) return;
  const reader = await readMember(scope, memberId);
  const rhythm = rhythmIn(zoneFor(scope, reader?.timeZone ?? null), await readRhythm(scope, memberId));
  for (const channel of ["email", "push", "sms"] as const) {
    const ids = waiting.filter((row) => row.channel === channel).map(({ id }) => id);
    if (ids.length === 0) continue;
    const { at, isForDigest } = scheduleOf(scope.now, rhythm, { isUrgent: false, channel });
    const dueAt = at ?? plus(scope.now, 0);
    await scope.query(NotificationDelivery).whereIn("id", ids).patch({ dueAt, isForDigest });
    await releaseAt(scope, memberId, dueAt);
  }
}
