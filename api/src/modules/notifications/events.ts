import { z } from "zod";
import { type EventDefinition } from "../../platform/module.ts";
import { countUnread } from "./inbox/count-unread.ts";
import { presentNotificationById } from "./inbox/present-notification.ts";

declare global {
  interface DomainEvents {
    /** There is something new for a member. */
    "notification.created": NotificationFact;
    /** A member has read some of it, or deleted it. */
    "notification.read": { readonly memberId: string };
    /** A mail waits to be sent. */
    "mail.queued": { readonly mailId: string };
    /** A mail was given up after its last attempt. */
    "mail.failed": { readonly mailId: string; readonly memberId: string };
  }
}

interface NotificationFact {
  readonly notificationId: string;
  readonly memberId: string;
}

const memberFact = z.object({ memberId: z.uuid() });

/** A mail's fact as the job that sends it reads it. */
export const mailFact = z.object({ mailId: z.uuid() });

const created: EventDefinition<NotificationFact> = {
  fact: memberFact.extend({ notificationId: z.uuid() }),
  recipients: ({ memberId }) => [memberId],
  async frame(scope, { notificationId, memberId }) {
    const notification = await presentNotificationById(scope, notificationId);
    return notification && { notification, unread: await countUnread(scope, memberId) };
  },
  webhook: null,
};

const read: EventDefinition<z.infer<typeof memberFact>> = {
  fact: memberFact,
  recipients: ({ memberId }) => [memberId],
  frame: async (scope, { memberId }) => ({ unread: await countUnread(scope, memberId) }),
  webhook: null,
};

const silent = (fact: z.ZodType): EventDefinition => ({
  fact,
  recipients: () => [],
  frame: null,
  webhook: null,
});

export const notificationEvents = {
  "notification.created": created,
  "notification.read": read,
  "mail.queued": silent(mailFact),
  "mail.failed": {
    ...silent(mailFact.extend({ memberId: z.uuid() })),
    webhook: async (_scope: unknown, fact: object) => fact,
  },
};
