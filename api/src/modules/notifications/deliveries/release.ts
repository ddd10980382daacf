import { z } from "zod";
import { derivedId } from "../../../platform/ids.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { setTimer, timer } from "../../../platform/timers/timer.ts";
import { NotificationDelivery } from "../models/notification-delivery.ts";
import { digestName } from "../rules/digest.ts";

const name = "notifications.release";

/** Sees to it that what a member waits for goes out at a moment: one timer for each. */
export const releaseAt = (scope: Scope, memberId: string, dueAt: Date): Promise<void> =>
  setTimer(scope, { name, subjectId: memberId, key: dueAt.toISOString(), dueAt });

/** Sends what a member waited for: what was kept for quiet hours each by itself, what is for a digest in one mail. */
export const release = timer({
  name,
  payload: z.object({}),
  async run(scope, { subjectId: memberId }) {
    const due = await scope
      .query(NotificationDelivery)
      .where({ memberId, state: "waiting" })
      .where("dueAt", "<=", scope.now)
      .orderBy(["queuedAt", "id"])
      .forUpdate();
    for (const { id, isForDigest } of due) {
      if (isForDigest) continue;
      await scope.query(NotificationDelivery).where({ id }).patch({ state: "queued" });
      await announce(scope, "delivery.queued", { deliveryId: id });
    }
    await bundle(
      scope,
      memberId,
      due.filter(({ isForDigest }) => isForDigest),
    );
  },
});

async function bundle(scope: Scope, memberId: string, rows: readonly NotificationDelivery[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const id = derivedId("notifications.digest", scope.tenant.id, memberId, first.id);
  await scope.sql`
    insert into notification_deliveries (tenant_id, id, channel, member_id, name, fact, state, queued_at)
    values (${scope.tenant.id}, ${id}, 'email', ${memberId}, ${digestName}, '{}', 'queued', ${scope.now})`;
  await scope
    .query(NotificationDelivery)
    .whereIn(
      "id",
      rows.map((row) => row.id),
    )
    .patch({ state: "bundled", digestId: id, endedAt: scope.now });
  await announce(scope, "delivery.queued", { deliveryId: id });
}
