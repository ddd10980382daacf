import { z } from "zod";
import { mailStates, type NotificationMail } from "../models/notification-mail.ts";

/** A mail in the log: to whom, what about and how it fared; never what it said. */
export const mailView = z.object({
  id: z.uuid(),
  memberId: z.uuid(),
  /** The news it is, such as `booking_confirmed`. */
  name: z.string(),
  state: z.enum(mailStates),
  attempts: z.int(),
  /** What the mail server said when it failed. */
  error: z.string().nullable(),
  queuedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});

/** A mail of the log ready to be sent. */
export const presentMail = (mail: NotificationMail): z.infer<typeof mailView> => ({
  id: mail.id,
  memberId: mail.memberId,
  name: mail.name,
  state: mail.state,
  attempts: mail.attempts,
  error: mail.error,
  queuedAt: mail.queuedAt.toISOString(),
  endedAt: mail.endedAt?.toISOString() ?? null,
});
