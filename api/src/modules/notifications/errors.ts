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
} as const satisfies Record<string, ErrorDefinition>;

/** Refuses for a reason of this module. */
export const failure = failuresOf(notificationErrors);
