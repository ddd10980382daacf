import { type Scope } from "../../../platform/scope/scope.ts";
import { WebhookDelivery } from "../models/webhook-delivery.ts";

/** How many deliveries made since a moment have been given up; counts no further than `most`. */
export async function countFailedDeliveries(scope: Scope, since: Date, most: number): Promise<number> {
  const [found] = await scope.read<{ count: number }>`
    select count(*)::int as count from (
      select 1 from ${WebhookDelivery} d where state = 'failed' and created_at >= ${since} limit ${most}
    ) failed`;
  return found!.count;
}
