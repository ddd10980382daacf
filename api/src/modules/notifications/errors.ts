import { type ErrorDefinition, failuresOf } from "../../platform/errors.ts";

export const notificationErrors = {
  "notifications.always_on": {
    kind: "CONFLICT",
    message: "News of the kind {category} protects your account and cannot be switched off.",
  },
  "notifications.mail_not_failed": {
    kind: "CONFLICT",
    message: "Only what has failed can be sent again. Reload to see how it stands.",
  },
  "notifications.event_refused": {
    kind: "BAD_REQUEST",
    message:
      "The provider connected here did not sign this event, or too long ago. Check the connection's verification key or topic.",
  },
  "notifications.events_unavailable": {
    kind: "SERVICE_UNAVAILABLE",
    message: "The provider's certificate cannot be read at the moment. Send the event again.",
  },
} as const satisfies Record<string, ErrorDefinition>;

/** Refuses for a reason of this module. */
export const failure = failuresOf(notificationErrors);
