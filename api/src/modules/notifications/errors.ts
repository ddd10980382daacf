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
  "notifications.no_text_messages": {
    kind: "CONFLICT",
    message: "This site sends no text messages. Choose news by mail or on the page.",
  },
  "notifications.phone_code_wrong": {
    kind: "BAD_REQUEST",
    message: "This code is not right, was used or is too old. Check it, or ask for a new one.",
  },
  "notifications.phone_code_just_sent": {
    kind: "TOO_MANY_REQUESTS",
    message: "A code has just been sent. If it does not come, ask for another one in {seconds} seconds.",
  },
  "notifications.too_many_phone_codes": {
    kind: "TOO_MANY_REQUESTS",
    message:
      "Several codes were sent to this number. Look into your messages, or try again in {minutes} minutes.",
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
