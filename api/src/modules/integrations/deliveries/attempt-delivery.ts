import { Webhook } from "standardwebhooks";
import { z } from "zod";
import { wallClock } from "../../../platform/clock.ts";
import { AddressRefused, type OutgoingAnswer, postOutgoing } from "../../../platform/outgoing.ts";
import { newId } from "../../../platform/ids.ts";
import { presentWebhook } from "../../../platform/installed-modules.ts";
import { threePartJob } from "../../../platform/jobs/job.ts";
import { openOperatorTask } from "../../../platform/operator-tasks.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { open, seal } from "../../../platform/secrets.ts";
import { setTimer } from "../../../platform/timers/timer.ts";
import { openSecret } from "../endpoints/secret.ts";
import { WebhookAttempt } from "../models/webhook-attempt.ts";
import { WebhookDelivery } from "../models/webhook-delivery.ts";
import { type DisabledBecause, WebhookEndpoint } from "../models/webhook-endpoint.ts";
import { allowedAddresses } from "../outgoing.ts";
import { isGivenUp, nextAttemptAt, verdictOf } from "../rules/retries.ts";
import { retryTimerName } from "./retry-delivery.ts";

/** The job of one attempt; the relay starts the first one, a timer those after it. */
export const attemptJobName = "integrations.attempt_delivery";

/** The version of the bodies' shape, told in each of them. */
const apiVersion = "1";

const deadlineMs = 15_000;

interface Prepared {
  readonly deliveryId: string;
  readonly url: string;
  readonly body: string;
  readonly secrets: readonly string[];
}

interface Outcome {
  readonly answer: OutgoingAnswer | null;
  readonly failure: WebhookAttempt["failure"];
  readonly milliseconds: number;
}

/** Sends a delivery once and writes down what came back; a failure plans the next attempt. */
export const attemptDelivery = threePartJob<{ deliveryId: string }, Prepared, Outcome>({
  name: attemptJobName,
  on: ["webhook.attempt_due"],
  payload: z.object({ deliveryId: z.uuid() }),
  deadlineMs: deadlineMs + 5000,

  async prepare(scope, { deliveryId }) {
    const [delivery] = await scope.query(WebhookDelivery).where({ id: deliveryId }).forUpdate();
    if (delivery?.state !== "pending") return null;
    const endpoint = await scope.query(WebhookEndpoint).findOne({ id: delivery.endpointId });
    const body = endpoint?.state === "active" ? await bodyOf(scope, delivery) : null;
    if (!endpoint || body === null) {
      await scope
        .query(WebhookDelivery)
        .where({ id: deliveryId })
        .patch({ state: "cancelled", nextAttemptAt: null });
      return null;
    }
    return { deliveryId, url: endpoint.url, body, secrets: secretsOf(scope, endpoint) };
  },

  call: ({ deliveryId, url, body, secrets }, { signal }) => send(deliveryId, url, body, secrets, signal),

  async finish(scope, { deliveryId }, { answer, failure, milliseconds }) {
    const [delivery] = await scope.query(WebhookDelivery).where({ id: deliveryId }).forUpdate();
    if (delivery?.state !== "pending") return;
    const number = delivery.attempts + 1;
    await scope.query(WebhookAttempt).insert({
      id: newId(scope.now),
      deliveryId,
      number,
      status: answer?.status ?? null,
      failure,
      milliseconds,
      response: answer?.body.slice(0, 4000) ?? "",
      at: scope.now,
    });
    await settle(scope, delivery, number, answer);
  },
});

async function settle(
  scope: Scope,
  delivery: WebhookDelivery,
  attempts: number,
  answer: OutgoingAnswer | null,
): Promise<void> {
  const { id, endpointId } = delivery;
  const verdict = verdictOf(answer?.status ?? null);
  if (verdict === "delivered") {
    await scope
      .query(WebhookDelivery)
      .where({ id })
      .patch({ state: "delivered", attempts, nextAttemptAt: null });
    await scope
      .query(WebhookEndpoint)
      .where({ id: endpointId })
      .whereNotNull("failingSince")
      .patch({ failingSince: null });
    return;
  }
  const [endpoint] = await scope.query(WebhookEndpoint).where({ id: endpointId }).forUpdate();
  const failingSince = endpoint?.failingSince ?? scope.now;
  await scope.query(WebhookEndpoint).where({ id: endpointId }).patch({ failingSince });
  if (verdict === "gone" || isGivenUp(failingSince, scope.now)) {
    await disable(scope, endpointId, verdict === "gone" ? "gone" : "failing");
  }
  const next =
    verdict === "gone"
      ? null
      : nextAttemptAt(attempts, scope.now, {
          spread: spreadOf(id, attempts),
          wishedSeconds: answer?.retryAfterSeconds ?? null,
        });
  await scope
    .query(WebhookDelivery)
    .where({ id })
    .patch({ attempts, nextAttemptAt: next, ...(next === null && { state: "failed" }) });
  if (next) await setTimer(scope, { name: retryTimerName, subjectId: id, dueAt: next });
}

/** A number from 0 to 1 that is always the same for an attempt, so that a repeated run plans the same moment. */
const spreadOf = (id: string, attempts: number): number =>
  ((Number.parseInt(id.slice(-6), 16) + attempts * 7919) % 1000) / 1000;

async function disable(scope: Scope, endpointId: string, disabledBecause: DisabledBecause): Promise<void> {
  await scope
    .query(WebhookEndpoint)
    .where({ id: endpointId, state: "active" })
    .patch({ state: "disabled", disabledBecause });
  await openOperatorTask(scope, {
    kind: "integrations.endpoint_disabled",
    subjectId: endpointId,
    params: { disabledBecause },
  });
}

async function bodyOf(scope: Scope, delivery: WebhookDelivery): Promise<string | null> {
  const { id, eventName, fact, happenedAt } = delivery;
  const binding = { tenantId: scope.tenant.id, purpose: "integrations.webhook_body", subject: id };
  if (delivery.bodySealed !== null) return open(delivery.bodySealed, binding);
  const data = await presentWebhook(scope, eventName, fact);
  if (data === null) return null;
  const body = JSON.stringify({ type: eventName, timestamp: happenedAt.toISOString(), apiVersion, data });
  await scope
    .query(WebhookDelivery)
    .where({ id })
    .patch({ bodySealed: seal(body, binding) });
  return body;
}

function secretsOf({ tenant }: Scope, endpoint: WebhookEndpoint): string[] {
  const { previousSecretSealed, previousSecretUntil } = endpoint;
  const isOverlapping =
    previousSecretSealed !== null && previousSecretUntil !== null && previousSecretUntil > wallClock();
  return [endpoint.secretSealed, ...(isOverlapping ? [previousSecretSealed] : [])].map((sealed) =>
    openSecret(tenant, endpoint.id, sealed),
  );
}

async function send(
  deliveryId: string,
  url: string,
  body: string,
  secrets: readonly string[],
  given: AbortSignal,
): Promise<Outcome> {
  const startedAt = performance.now();
  const sentAt = wallClock();
  const signal = AbortSignal.any([given, AbortSignal.timeout(deadlineMs)]);
  const outcome = (answer: OutgoingAnswer | null, failure: Outcome["failure"]): Outcome => ({
    answer,
    failure,
    milliseconds: Math.round(performance.now() - startedAt),
  });
  try {
    const answer = await postOutgoing(url, body, {
      signal,
      allowed: allowedAddresses(),
      headers: {
        "content-type": "application/json",
        "user-agent": "Tessera-Webhooks/1",
        "webhook-id": deliveryId,
        "webhook-timestamp": String(Math.floor(sentAt.getTime() / 1000)),
        "webhook-signature": secrets
          .map((secret) => new Webhook(secret).sign(deliveryId, sentAt, body))
          .join(" "),
      },
    });
    return outcome(answer, null);
  } catch (refusal) {
    // Whatever keeps the endpoint from answering is its answer.
    if (refusal instanceof AddressRefused) return outcome(null, "refused");
    return outcome(null, signal.aborted ? "timeout" : "unreachable");
  }
}
