import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { newId } from "../../../platform/ids.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { WebhookDelivery } from "../models/webhook-delivery.ts";
import { deliveryView, presentDelivery } from "./present-delivery.ts";
import { assertActive } from "./replay-delivery.ts";

export const testEndpoint = operation({
  summary: "Sends a `webhook.test` event to an endpoint; its delivery tells what came back.",
  input: z.strictObject({ id: z.uuid() }),
  output: deliveryView,
  async run(scope, { id }) {
    await assertActive(scope, id);
    const eventId = newId(scope.now);
    const delivery = await scope.query(WebhookDelivery).insert({
      endpointId: id,
      eventId,
      eventName: "webhook.test",
      fact: { eventId },
      happenedAt: scope.now,
      bodySealed: null,
      state: "pending",
      attempts: 0,
      nextAttemptAt: scope.now,
    });
    await announce(scope, "webhook.attempt_due", { deliveryId: delivery.id });
    await audit(scope, {
      action: "integrations.test_endpoint",
      entity: { kind: "webhook_endpoint", id },
      after: { deliveryId: delivery.id },
    });
    return presentDelivery(delivery);
  },
});
