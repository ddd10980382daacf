import { type ErrorDefinition, failuresOf } from "../../platform/errors.ts";

export const peopleErrors = {
  "people.already_applied": {
    kind: "CONFLICT",
    message: "You have applied for this already, or are approved. Look at your applications.",
  },
  "people.not_a_provider_role": {
    kind: "BAD_REQUEST",
    message: "Nobody applies for {role}. Choose a role that offers something to others.",
  },
  "people.already_decided": {
    kind: "CONFLICT",
    message: "This application was decided already. Reload to see how.",
  },
} as const satisfies Record<string, ErrorDefinition>;

/** Refuses for a reason of this module. */
export const failure = failuresOf(peopleErrors);
