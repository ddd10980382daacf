import { openOperatorTask } from "../../../platform/operator-tasks.ts";
import { headerText } from "../../../platform/providers/mail/port.ts";
import { type TextReport } from "../../../platform/providers/sms/reports.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { deliveryFailedTask } from "../deliveries/deliver.ts";
import { NotificationDelivery } from "../models/notification-delivery.ts";
import { smsChannel } from "../sms/sms-channel.ts";
import { isNews } from "./once.ts";

/** Notes that a text message did not arrive after all; a number that never takes any gets no more. */
export async function receiveTextReport(
  scope: Scope,
  connectionId: string,
  { id: reportId, deliveryId, said, isForEver }: TextReport,
): Promise<void> {
  const delivery = await scope
    .query(NotificationDelivery)
    .findOne({ id: deliveryId, channel: "sms" })
    // The report may come before its message is noted as sent.
    .whereIn("state", ["queued", "sent"])
    .forUpdate();
  if (!delivery || !(await isNews(scope, connectionId, reportId))) return;
  const error = headerText(said).slice(0, 300);
  await scope
    .query(NotificationDelivery)
    .where({ id: deliveryId })
    .patch({ state: "failed", error, endedAt: scope.now });
  if (isForEver) await smsChannel.refused(scope, delivery, error);
  await openOperatorTask(scope, { kind: deliveryFailedTask, subjectId: deliveryId });
}
