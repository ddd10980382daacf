import { announce } from "../../../platform/outbox/announce.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { type SendingChannelName } from "../rules/categories.ts";
import { type Schedule } from "../rules/delivery-time.ts";
import { releaseAt } from "./release.ts";

/** Something to be sent: its id follows from the news, its reader and where it goes, so that nothing is sent twice. */
export interface NewDelivery {
  readonly id: string;
  readonly channel: SendingChannelName;
  readonly memberId: string | null;
  readonly targetId?: string;
  readonly name: string;
  readonly fact: object;
}

const now: Schedule = { at: null, isForDigest: false };

/** Queues something to be sent at once, or lets it wait for its time. What is there already stays as it is. */
export async function queueDelivery(
  scope: Scope,
  { id, channel, memberId, targetId, name, fact }: NewDelivery,
  { at, isForDigest }: Schedule = now,
): Promise<void> {
  const added = await scope.sql`
    insert into notification_deliveries
      (tenant_id, id, channel, member_id, target_id, name, fact, state, queued_at, due_at, is_for_digest)
    values (${scope.tenant.id}, ${id}, ${channel}, ${memberId}, ${targetId ?? null}, ${name}, ${JSON.stringify(fact)},
      ${at === null ? "queued" : "waiting"}, ${scope.now}, ${at}, ${isForDigest})
    on conflict do nothing returning id`;
  if (added.length === 0) return;
  if (at === null) await announce(scope, "delivery.queued", { deliveryId: id });
  else if (memberId !== null) await releaseAt(scope, memberId, at);
}
