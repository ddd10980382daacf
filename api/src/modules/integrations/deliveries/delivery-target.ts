import { derivedId } from "../../../platform/ids.ts";
import { addJobs } from "../../../platform/jobs/subscriptions.ts";
import { type Module } from "../../../platform/module.ts";
import { relayRows, type RelayTarget } from "../../../platform/outbox/target.ts";
import { attemptJobName } from "./attempt-delivery.ts";

/** Makes one delivery per event and endpoint that asked for it, and the job of its first attempt. A repeat adds none. */
export function deliveryTarget(modules: readonly Pick<Module, "events">[]): RelayTarget {
  const offered = new Set(
    modules.flatMap(({ events }) =>
      Object.entries(events).flatMap(([name, { webhook }]) => (webhook ? [name] : [])),
    ),
  );
  return {
    name: "webhooks",
    async write(client, events) {
      const sent = events.filter(({ name }) => offered.has(name));
      if (sent.length === 0) return;
      const wanted = await relayRows<{
        tenant_id: string;
        endpoint_id: string;
        event_id: string;
      }>(client, {
        name: "wanted_webhooks",
        text: `
          select e.tenant_id, e.id as endpoint_id, given.id as event_id
          from unnest($1::uuid[], $2::uuid[], $3::text[]) given(tenant_id, id, name)
          join webhook_endpoints e on e.tenant_id = given.tenant_id and e.state = 'active'
            and (given.name = any(e.event_names) or '*' = any(e.event_names))`,
        values: [
          sent.map(({ tenantId }) => tenantId),
          sent.map(({ id }) => id),
          sent.map(({ name }) => name),
        ],
      });
      if (wanted.length === 0) return;
      const byId = new Map(sent.map((event) => [event.id, event]));
      const deliveries = wanted.map(({ endpoint_id: endpointId, event_id }) => {
        const event = byId.get(event_id)!;
        return { id: derivedId(event.id, endpointId), endpointId, event };
      });
      await relayRows(client, {
        name: "add_deliveries",
        text: `
          insert into webhook_deliveries (tenant_id, id, endpoint_id, event_id, event_name, fact, happened_at)
          select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::jsonb[], $7::timestamptz[])
          on conflict do nothing`,
        values: [
          deliveries.map(({ event }) => event.tenantId),
          deliveries.map(({ id }) => id),
          deliveries.map(({ endpointId }) => endpointId),
          deliveries.map(({ event }) => event.id),
          deliveries.map(({ event }) => event.name),
          deliveries.map(({ event }) => JSON.stringify(event.fact)),
          deliveries.map(({ event }) => event.happenedAt),
        ],
      });
      await addJobs(
        client,
        deliveries.map(({ id, event }) => ({
          jobName: attemptJobName,
          attempts: 5,
          tenantId: event.tenantId,
          eventId: id,
          fact: { deliveryId: id },
        })),
      );
    },
  };
}
