import { z } from "zod";
import { wallClock } from "../../platform/clock.ts";
import { forgetCapturedMessages } from "../../platform/providers/captured-messages.ts";
import { derivedId } from "../../platform/ids.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { days, plus } from "../../platform/time.ts";
import { setTimer, timer } from "../../platform/timers/timer.ts";
import { NotificationDelivery } from "./models/notification-delivery.ts";
import { Notification } from "./models/notification.ts";
import { PhoneCode } from "./models/phone-code.ts";
import { ProviderEvent } from "./models/provider-event.ts";
import { notificationsOf } from "./settings.ts";

/** Sees to it that what is written today is deleted when its time is over: one timer for each day. */
export const forgetLater = (scope: Scope): Promise<void> =>
  forgetAfter(scope, notificationsOf(scope.tenant).keepDays, "");

/** Sees to it that a code sent today is forgotten when it counts no more. */
export const forgetCodesLater = (scope: Scope): Promise<void> =>
  forgetAfter(scope, phoneCodeDays, "phone codes of ");

async function forgetAfter(scope: Scope, keepDays: number, what: string): Promise<void> {
  const today = scope.now.toISOString().slice(0, 10);
  await setTimer(scope, {
    name: "notifications.forget",
    subjectId: derivedId("notifications.forget", scope.tenant.id),
    key: `${what}${today}`,
    dueAt: plus(new Date(`${today}T00:00:00Z`), days(keepDays + 1)),
  });
}

/** Days after which codes to numbers are forgotten: they count for an hour. */
const phoneCodeDays = 1;

// Longer than the time for which providers' events are taken (`eventWindowMs`).
const eventDays = 7;

/** Deletes news and the log of what was sent that are older than the site keeps them. */
export const forget = timer({
  name: "notifications.forget",
  payload: z.object({}),
  async run(scope) {
    const before = plus(scope.now, -days(notificationsOf(scope.tenant).keepDays));
    await scope.query(Notification).where("createdAt", "<", before).delete();
    await scope.query(NotificationDelivery).where("queuedAt", "<", before).whereNotNull("endedAt").delete();
    await scope
      .query(PhoneCode)
      .where("requestedAt", "<", plus(wallClock(), -days(phoneCodeDays)))
      .delete();
    await scope
      .query(ProviderEvent)
      .where("receivedAt", "<", plus(wallClock(), -days(eventDays)))
      .delete();
    await forgetCapturedMessages(scope, {
      before: plus(wallClock(), -days(notificationsOf(scope.tenant).keepDays)),
    });
  },
});
