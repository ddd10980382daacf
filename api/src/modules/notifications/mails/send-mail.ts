import { announce } from "../../../platform/outbox/announce.ts";
import { type Job, threePartJob } from "../../../platform/jobs/job.ts";
import { openOperatorTask } from "../../../platform/operator-tasks.ts";
import { sendMail } from "../../../platform/providers/mail/for-tenant.ts";
import { headerText, type Mail } from "../../../platform/providers/mail/port.ts";
import { type Tenant } from "../../../platform/scope/tenant.ts";
import { mailSenderName } from "../../tenancy/index.ts";
import { mailFact } from "../events.ts";
import { NotificationMail } from "../models/notification-mail.ts";
import { writeMail } from "./write-mail.ts";

/** How often a mail is tried before it is given up. */
const mostAttempts = 5;

// Shorter than the job's own deadline, so that a server that hangs is an answer like any other.
const patienceMs = 10_000;

interface PreparedMail {
  readonly mailId: string;
  readonly memberId: string;
  readonly tenant: Tenant;
  readonly mail: Mail;
  readonly isLast: boolean;
}

/** Sends a queued mail, tries five times, and then notes that it failed. */
export const sendQueuedMail: Job = threePartJob({
  name: "notifications.send_mail",
  on: ["mail.queued"],
  payload: mailFact,
  attempts: mostAttempts,
  deadlineMs: patienceMs + 5_000,
  async prepare(scope, { mailId }): Promise<PreparedMail | null> {
    const queued = await scope.query(NotificationMail).findOne({ id: mailId, state: "queued" }).forUpdate();
    if (!queued) return null;
    const mail = await writeMail(scope, queued);
    const attempts = queued.attempts + 1;
    const row = scope.query(NotificationMail).where({ id: mailId });
    if (mail) await row.patch({ attempts });
    else await row.patch({ state: "dropped", endedAt: scope.now });
    const isLast = attempts >= mostAttempts;
    return mail && { mailId, memberId: queued.memberId, tenant: scope.tenant, mail, isLast };
  },
  async call({ tenant, mail, isLast }, { signal }): Promise<{ readonly error: string | null }> {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
    const { promise: tooLate, reject } = Promise.withResolvers<never>();
    limit.addEventListener("abort", () => reject(new Error("The mail server did not answer in time.")), {
      once: true,
    });
    try {
      const sent = sendMail(mail, { tenant, fromName: mailSenderName(tenant), signal: limit });
      await Promise.race([sent, tooLate]);
      return { error: null };
    } catch (error) {
      // A worker that is told to stop has not tried in earnest.
      if (!isLast || signal.aborted) throw error;
      return { error: headerText(error instanceof Error ? error.message : String(error)).slice(0, 300) };
    }
  },
  async finish(scope, { mailId, memberId }, { error }) {
    const ended = { state: error === null ? "sent" : "failed", error, endedAt: scope.now } as const;
    await scope.query(NotificationMail).where({ id: mailId }).patch(ended);
    if (error === null) return;
    await announce(scope, "mail.failed", { mailId, memberId });
    await openOperatorTask(scope, { kind: "notifications.mail_failed", subjectId: mailId });
  },
});
