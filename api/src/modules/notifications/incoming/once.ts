import { wallClock } from "../../../platform/clock.ts";
import { derivedId } from "../../../platform/ids.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { forgetLater } from "../forget.ts";

/** Whether a provider's event is heard for the first time; remembers it. */
export async function isNews(scope: Scope, connectionId: string, eventId: string): Promise<boolean> {
  const id = derivedId("provider_event", scope.tenant.id, connectionId, eventId);
  const added = await scope.sql`
    insert into provider_events (tenant_id, id, received_at) values (${scope.tenant.id}, ${id}, ${wallClock()})
    on conflict do nothing returning id`;
  await forgetLater(scope);
  return added.length > 0;
}
