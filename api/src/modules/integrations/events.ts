import { z } from "zod";
import { type EventDefinition } from "../../platform/module.ts";

declare global {
  interface DomainEvents {
    /** A delivery is to be tried now. */
    "webhook.attempt_due": { deliveryId: string };
    /** Sent to one endpoint by hand, to see whether it answers; never announced to others. */
    "webhook.test": { eventId: string };
  }
}

export const integrationsEvents = {
  "webhook.attempt_due": {
    fact: z.object({ deliveryId: z.uuid() }),
    recipients: () => [],
    frame: null,
    webhook: null,
  },
  "webhook.test": {
    fact: z.object({ eventId: z.uuid() }),
    recipients: () => [],
    frame: null,
    webhook: {
      view: z.object({ message: z.string() }),
      present: async ({ tenant }) => ({ message: `This is a test from ${tenant.name}.` }),
    },
  } satisfies EventDefinition<{ eventId: string }>,
};
