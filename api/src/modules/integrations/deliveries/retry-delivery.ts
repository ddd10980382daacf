import { z } from "zod";
import { announce } from "../../../platform/outbox/announce.ts";
import { timer } from "../../../platform/timers/timer.ts";

/** The timer of a delivery's next attempt. */
export const retryTimerName = "integrations.retry_delivery";

/** Starts the next attempt of a delivery. */
export const retryDelivery = timer({
  name: retryTimerName,
  payload: z.object({}),
  run: (scope, { subjectId }) => announce(scope, "webhook.attempt_due", { deliveryId: subjectId }),
});
