import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { notFound } from "../../../platform/errors.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { cancelTimers } from "../../../platform/timers/timer.ts";
import { failure } from "../errors.ts";
import { WebhookDelivery } from "../models/webhook-delivery.ts";
import { WebhookEndpoint } from "../models/webhook-endpoint.ts";
import { deliveryView, presentDelivery } from "./present-delivery.ts";
import { retryTimerName } from "./retry-delivery.ts";

/** Sends a delivery again from the start of its schedule, under the same webhook id. */
export async function replay(scope: Scope, delivery: WebhookDelivery): Promise<WebhookDelivery> {
  const { id } = delivery;
  const fresh = { state: "pending", attempts: 0, nextAttemptAt: scope.now } as const;
  await scope.query(WebhookDelivery).where({ id }).patch(fresh);
  await cancelTimers(scope, { name: retryTimerName, subjectId: id });
  await announce(scope, "webhook.attempt_due", { deliveryId: id });
  return Object.assign(delivery, fresh);
}

/** Refuses when the endpoint gets nothing at the moment. */
export async function assertActive(scope: Scope, endpointId: string): Promise<void> {
  const endpoint = await scope.query(WebhookEndpoint).findOne({ id: endpointId });
  if (!endpoint) throw notFound();
  if (endpoint.state !== "active") throw failure("integrations.endpoint_disabled");
}

export const replayDelivery = operation({
  summary: "Sends a delivery once more, with the same body and id.",
  input: z.strictObject({ id: z.uuid() }),
  output: deliveryView,
  async run(scope, { id }) {
    const [delivery] = await scope.query(WebhookDelivery).where({ id }).forUpdate();
    if (!delivery) throw notFound();
    await assertActive(scope, delivery.endpointId);
    await audit(scope, { action: "integrations.replay_delivery", entity: { kind: "webhook_delivery", id } });
    return presentDelivery(await replay(scope, delivery));
  },
});
