import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { notFound } from "../../../platform/errors.ts";
import { closeOperatorTask } from "../../../platform/operator-tasks.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { failure } from "../errors.ts";
import { NotificationDelivery } from "../models/notification-delivery.ts";
import { deliveryFailedTask } from "./deliver.ts";
import { deliveryView, presentDelivery } from "./delivery-view.ts";

export const retryDelivery = operation({
  summary: "Sends what has failed again, with as many attempts as a new one.",
  input: z.strictObject({ id: z.uuid() }),
  output: deliveryView,
  async run(scope, { id }) {
    const delivery = await scope.query(NotificationDelivery).findOne({ id }).forUpdate();
    if (!delivery) throw notFound();
    if (delivery.state !== "failed") throw failure("notifications.mail_not_failed");
    const queued = { state: "queued", attempts: 0, error: null, endedAt: null } as const;
    await scope.query(NotificationDelivery).where({ id }).patch(queued);
    await announce(scope, "delivery.queued", { deliveryId: id });
    await closeOperatorTask(scope, { kind: deliveryFailedTask, subjectId: id });
    await audit(scope, {
      action: "notifications.retry_delivery",
      entity: { kind: "notification_delivery", id },
    });
    return presentDelivery(Object.assign(delivery, queued));
  },
});
