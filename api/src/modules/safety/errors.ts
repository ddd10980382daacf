import { type ErrorDefinition, failuresOf } from "../../platform/errors.ts";

export const safetyErrors = {
  // Says nothing of who blocked whom.
  "safety.blocked": {
    kind: "FORBIDDEN",
    message: "You and this person cannot be brought together here. Choose somebody else.",
  },
  "safety.own_account": {
    kind: "CONFLICT",
    message: "This is yourself. Choose somebody else.",
  },
} as const satisfies Record<string, ErrorDefinition>;

/** Refuses for a reason of this module. */
export const failure = failuresOf(safetyErrors);
