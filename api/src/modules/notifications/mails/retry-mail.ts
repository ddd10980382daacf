import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { notFound } from "../../../platform/errors.ts";
import { closeOperatorTask } from "../../../platform/operator-tasks.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { failure } from "../errors.ts";
import { NotificationMail } from "../models/notification-mail.ts";
import { mailView, presentMail } from "./mail-view.ts";

export const retryMail = operation({
  summary: "Sends a mail that has failed again, with as many attempts as a new one.",
  input: z.strictObject({ id: z.uuid() }),
  output: mailView,
  async run(scope, { id }) {
    const mail = await scope.query(NotificationMail).findOne({ id }).forUpdate();
    if (!mail) throw notFound();
    if (mail.state !== "failed") throw failure("notifications.mail_not_failed");
    const queued = { state: "queued", attempts: 0, error: null, endedAt: null } as const;
    await scope.query(NotificationMail).where({ id }).patch(queued);
    await announce(scope, "mail.queued", { mailId: id });
    await closeOperatorTask(scope, { kind: "notifications.mail_failed", subjectId: id });
    await audit(scope, { action: "notifications.retry_mail", entity: { kind: "notification_mail", id } });
    return presentMail(Object.assign(mail, queued));
  },
});
