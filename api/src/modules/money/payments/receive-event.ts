import { newId } from "../../../platform/ids.ts";
import { type GatewayEvent } from "../../../platform/providers/payments/port.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { ReceivedEvent } from "../models/received-event.ts";
import { applyPayoutFact } from "../payouts/apply-payout-fact.ts";
import { applyFacts } from "./apply-facts.ts";

/** Applies a verified event once, however often and in whatever order events arrive. Answers false for one that was known. */
export async function receiveEvent(
  scope: Scope,
  { gateway, connectionId, event }: { gateway: string; connectionId: string; event: GatewayEvent },
): Promise<boolean> {
  const id = newId(scope.now);
  const added = await scope.sql`
    insert into gateway_events (tenant_id, id, gateway, connection_id, event_id, type, facts, received_at)
    values (${scope.tenant.id}, ${id}, ${gateway}, ${connectionId}, ${event.id}, ${event.type}, ${JSON.stringify(event.facts)}, ${scope.now})
    on conflict (tenant_id, gateway, connection_id, event_id) do nothing
    returning id`;
  if (added.length === 0) return false;
  if (event.payout) {
    await applyPayoutFact(scope, gateway, event.payout);
    return true;
  }
  const unknown = await applyFacts(scope, gateway, event.facts);
  const waitsFor = unknown.find(({ gatewayPaymentId }) => gatewayPaymentId !== null)?.gatewayPaymentId;
  if (waitsFor) await scope.query(ReceivedEvent).findById([scope.tenant.id, id]).patch({ waitsFor });
  return true;
}
