import { type Scope } from "../../../platform/scope/scope.ts";
import { NotificationDelivery } from "../models/notification-delivery.ts";

/** How many mails queued since a moment could not be sent; counts no further than `most`. */
export async function countFailedMails(scope: Scope, since: Date, most: number): Promise<number> {
  const [found] = await scope.read<{ count: number }>`
    select count(*)::int as count from (
      select 1 from ${NotificationDelivery} d where channel = 'email' and state = 'failed' and queued_at >= ${since} limit ${most}
    ) failed`;
  return found!.count;
}
