import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { open } from "../../../platform/secrets.ts";
import { WebhookAttempt } from "../models/webhook-attempt.ts";
import { WebhookDelivery } from "../models/webhook-delivery.ts";
import { attemptView, deliveryView, presentAttempt, presentDelivery } from "./present-delivery.ts";

export const getDelivery = operation({
  summary: "Answers a delivery with the body sent and what came back each time.",
  input: z.strictObject({ id: z.uuid() }),
  output: deliveryView.extend({
    /** Exactly as sent; null before the first attempt. */
    body: z.string().nullable(),
    attemptList: z.array(attemptView),
  }),
  async run(scope, { id }) {
    const [delivery] = await scope.read<WebhookDelivery>`select * from ${WebhookDelivery} d where id = ${id}`;
    if (!delivery) throw notFound();
    const attempts = await scope.read<WebhookAttempt>`
      select * from ${WebhookAttempt} a where delivery_id = ${id} order by number`;
    const binding = { tenantId: scope.tenant.id, purpose: "integrations.webhook_body", subject: id };
    return {
      ...presentDelivery(delivery),
      body: delivery.bodySealed === null ? null : open(delivery.bodySealed, binding),
      attemptList: attempts.map(presentAttempt),
    };
  },
});
