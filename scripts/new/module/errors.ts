import { type ErrorDefinition, failuresOf } from "../../platform/errors.ts";

export const exampleErrors = {
  "example.already_there": {
    kind: "CONFLICT",
    message: "This member has a sample already. One is the most; keep that one.",
  },
} as const satisfies Record<string, ErrorDefinition>;

/** Refuses for a reason of this module. */
export const failure = failuresOf(exampleErrors);
