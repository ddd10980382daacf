import { z } from "zod";
import { deliveryStates, type NotificationDelivery } from "../models/notification-delivery.ts";
import { sendingChannels } from "../rules/categories.ts";

/** A delivery in the log: to whom, what about and how it fared; never what it said. */
export const deliveryView = z.object({
  id: z.uuid(),
  channel: z.enum(sendingChannels),
  /** Null for the team's chat. */
  memberId: z.uuid().nullable(),
  /** The news it is, such as `booking_confirmed`. */
  name: z.string(),
  state: z.enum(deliveryStates),
  attempts: z.int(),
  /** What the provider said when it failed. */
  error: z.string().nullable(),
  queuedAt: z.iso.datetime(),
  /** Of one that waits: when it goes out. */
  dueAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
});

/** A delivery of the log ready to be sent. */
export const presentDelivery = (row: NotificationDelivery): z.infer<typeof deliveryView> => ({
  id: row.id,
  channel: row.channel,
  memberId: row.memberId,
  name: row.name,
  state: row.state,
  attempts: row.attempts,
  error: row.error,
  queuedAt: row.queuedAt.toISOString(),
  dueAt: row.state === "waiting" ? (row.dueAt?.toISOString() ?? null) : null,
  endedAt: row.endedAt?.toISOString() ?? null,
});
