import { z } from "zod";
import { attemptFailures, type WebhookAttempt } from "../models/webhook-attempt.ts";
import { type WebhookDelivery } from "../models/webhook-delivery.ts";

/** A delivery in a list. */
export const deliveryView = z.object({
  id: z.uuid(),
  endpointId: z.uuid(),
  eventName: z.string(),
  state: z.enum(["pending", "delivered", "failed", "cancelled"]),
  attempts: z.int(),
  /** In the site's time; null when none is planned. */
  nextAttemptAt: z.iso.datetime().nullable(),
  happenedAt: z.iso.datetime(),
  createdAt: z.iso.datetime(),
});

/** One try to deliver. */
export const attemptView = z.object({
  number: z.int(),
  /** HTTP status of the answer; null when none came. */
  status: z.int().nullable(),
  /** Why there was no answer: the address is not allowed, it took too long, or nobody was there. */
  failure: z.enum(attemptFailures).nullable(),
  milliseconds: z.int(),
  /** The first 4 kB of the answer. */
  response: z.string(),
  at: z.iso.datetime(),
});

/** The columns shown of a delivery. */
export type DeliveryRow = Pick<
  WebhookDelivery,
  "id" | "endpointId" | "eventName" | "state" | "attempts" | "nextAttemptAt" | "happenedAt" | "createdAt"
>;

/** A delivery in a list. */
export const presentDelivery = (row: DeliveryRow): z.infer<typeof deliveryView> => ({
  id: row.id,
  endpointId: row.endpointId,
  eventName: row.eventName,
  state: row.state,
  attempts: row.attempts,
  nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
  happenedAt: row.happenedAt.toISOString(),
  createdAt: row.createdAt.toISOString(),
});

/** One try to deliver. */
export const presentAttempt = (row: WebhookAttempt): z.infer<typeof attemptView> => ({
  number: row.number,
  status: row.status,
  failure: row.failure,
  milliseconds: row.milliseconds,
  response: row.response,
  at: row.at.toISOString(),
});
