import { z } from "zod";
import { type EventDefinition } from "../../platform/module.ts";
import { countUnread } from "./inbox/count-unread.ts";
import { notificationView, presentNotificationById } from "./inbox/present-notification.ts";

declare global {
  interface DomainEvents {
    /** There is something new for a member. */
    "notification.created": NotificationFact;
    /** A member has read some of it, or deleted it. */
    "notification.read": { readonly memberId: string };
    /** A code is to be sent by text message. */
    "phone_code.requested": { readonly codeId: string };
    /** A mail, a push or a text message waits to be sent. */
    "delivery.queued": { readonly deliveryId: string };
    /** A mail was given up after its last attempt. */
    "mail.failed": { readonly mailId: string; readonly memberId: string };
  }
}

interface NotificationFact {
  readonly notificationId: string;
  readonly memberId: string;
}

const memberFact = z.object({ memberId: z.uuid() });

/** A delivery's fact as the job that sends it reads it. */
export const deliveryFact = z.object({ deliveryId: z.uuid() });

/** The fact of a code that is to be sent by text message. */
export const phoneCodeFact = z.object({ codeId: z.uuid() });

const failedMailFact = z.object({ mailId: z.uuid(), memberId: z.uuid() });
const unreadView = z.object({ unread: z.int() });

const created: EventDefinition<NotificationFact> = {
  fact: memberFact.extend({ notificationId: z.uuid() }),
  recipients: ({ memberId }) => [memberId],
  frame: {
    view: unreadView.extend({ notification: notificationView }),
    async present(scope, { notificationId, memberId }) {
      const notification = await presentNotificationById(scope, notificationId);
      return notification && { notification, unread: await countUnread(scope, memberId) };
    },
  },
  webhook: null,
};

const read: EventDefinition<z.infer<typeof memberFact>> = {
  fact: memberFact,
  recipients: ({ memberId }) => [memberId],
  frame: {
    view: unreadView,
    present: async (scope, { memberId }) => ({ unread: await countUnread(scope, memberId) }),
  },
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
  "phone_code.requested": silent(phoneCodeFact),
  "delivery.queued": silent(deliveryFact),
  "mail.failed": {
    ...silent(failedMailFact),
    webhook: { view: failedMailFact, present: async (_scope: unknown, fact: object) => fact },
  },
};
