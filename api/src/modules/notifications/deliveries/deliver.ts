import { announce } from "../../../platform/outbox/announce.ts";
import { type Job, threePartJob } from "../../../platform/jobs/job.ts";
import { openOperatorTask } from "../../../platform/operator-tasks.ts";
import { headerText } from "../../../platform/providers/mail/port.ts";
import { deliveryFact } from "../events.ts";
import { NotificationDelivery } from "../models/notification-delivery.ts";
import { Refused, type Sending } from "./channel.ts";
import { sendingChannel } from "./channels.ts";

/** The note for the team that something could not be sent. */
export const deliveryFailedTask = "notifications.delivery_failed";

/** How often something is tried before it is given up. */
const mostAttempts = 5;

// Shorter than the job's own deadline, so that a server that hangs is an answer like any other.
const patienceMs = 10_000;

interface Prepared {
  readonly delivery: NotificationDelivery;
  readonly send: Sending;
  readonly isLast: boolean;
}

interface Outcome {
  readonly error: string | null;
  /** Whether it never will be accepted. */
  readonly isRefused: boolean;
}

/** Sends what is queued, tries five times, and then notes that it failed. */
export const deliver: Job = threePartJob<{ deliveryId: string }, Prepared, Outcome>({
  name: "notifications.deliver",
  isUrgent: true,
  on: ["delivery.queued"],
  payload: deliveryFact,
  attempts: mostAttempts,
  deadlineMs: patienceMs + 5_000,
  async prepare(scope, { deliveryId: id }) {
    const delivery = await scope.query(NotificationDelivery).findOne({ id, state: "queued" }).forUpdate();
    if (!delivery) return null;
    const written = await sendingChannel[delivery.channel].write(scope, delivery);
    const attempts = delivery.attempts + 1;
    const row = scope.query(NotificationDelivery).where({ id });
    if (typeof written === "string") {
      await row.patch({ state: written, endedAt: scope.now });
      return null;
    }
    await row.patch({ attempts });
    return { delivery, send: written, isLast: attempts >= mostAttempts };
  },
  async call({ send, isLast }, { signal }) {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
    const { promise: tooLate, reject } = Promise.withResolvers<never>();
    limit.addEventListener("abort", () => reject(new Error("The other side did not answer in time.")), {
      once: true,
    });
    try {
      await Promise.race([send({ signal: limit }), tooLate]);
      return { error: null, isRefused: false };
    } catch (error) {
      const isRefused = error instanceof Refused;
      // A worker that is told to stop has not tried in earnest.
      if (!isRefused && (!isLast || signal.aborted)) throw error;
      const said = error instanceof Error ? error.message : String(error);
      return { error: headerText(said).slice(0, 300), isRefused };
    }
  },
  async finish(scope, { delivery }, { error, isRefused }) {
    const { id, channel, memberId } = delivery;
    const ended = { state: error === null ? "sent" : "failed", error, endedAt: scope.now } as const;
    // Its provider may have told already that it did not arrive.
    const noted = await scope.query(NotificationDelivery).where({ id, state: "queued" }).patch(ended);
    if (noted === 0 || error === null) return;
    if (isRefused) await sendingChannel[channel].refused(scope, delivery, error);
    if (channel === "email" && memberId !== null)
      await announce(scope, "mail.failed", { mailId: id, memberId });
    // Devices come and go; nobody of the team can mend one.
    if (channel !== "push") await openOperatorTask(scope, { kind: deliveryFailedTask, subjectId: id });
  },
});
