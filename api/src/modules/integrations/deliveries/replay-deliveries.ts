import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { WebhookDelivery } from "../models/webhook-delivery.ts";
import { assertActive, replay } from "./replay-delivery.ts";

const most = 1000;

export const replayDeliveries = operation({
  summary:
    "Sends an endpoint's deliveries of a span of time again, all or those that failed; at most a thousand at once.",
  input: z.strictObject({
    endpointId: z.uuid(),
    from: z.iso.datetime(),
    until: z.iso.datetime(),
    onlyFailed: z.boolean().default(true),
  }),
  output: z.object({ replayed: z.int(), hasMore: z.boolean() }),
  async run(scope, { endpointId, from, until, onlyFailed }) {
    await assertActive(scope, endpointId);
    const query = scope
      .query(WebhookDelivery)
      .where({ endpointId })
      .whereBetween("happenedAt", [new Date(from), new Date(until)])
      .whereIn("state", onlyFailed ? ["failed"] : ["failed", "delivered", "cancelled"]);
    const found = await query
      .orderBy("happenedAt")
      .limit(most + 1)
      .forUpdate();
    for (const delivery of found.slice(0, most)) await replay(scope, delivery);
    await audit(scope, {
      action: "integrations.replay_deliveries",
      entity: { kind: "webhook_endpoint", id: endpointId },
      after: { from, until, onlyFailed, replayed: Math.min(found.length, most) },
    });
    return { replayed: Math.min(found.length, most), hasMore: found.length > most };
  },
});
