import { type Scope } from "../../../platform/scope/scope.ts";
import { NotificationRhythm } from "../models/notification-rhythm.ts";
import { readRhythm } from "../preferences/rhythm.ts";

/** Sends a member's text messages to a number they have shown to be theirs, or with null nowhere. */
export async function keepPhone(scope: Scope, memberId: string, phone: string | null): Promise<void> {
  const { digest, quietFrom, quietUntil } = await readRhythm(scope, memberId);
  const phoneVerifiedAt = phone === null ? null : scope.now;
  await scope
    .query(NotificationRhythm)
    .insert({ memberId, digest, quietFrom, quietUntil, phone, phoneVerifiedAt })
    .onConflict(["tenantId", "memberId"])
    .merge(["phone", "phoneVerifiedAt", "updatedAt"]);
}
