import { type ErrorDefinition, failuresOf } from "../../platform/errors.ts";

export const matchingErrors = {
  "matching.quiz_needed": {
    kind: "CONFLICT",
    message: "Answer the quiz first: matches are found by its answers.",
  },
  "matching.clients_only": {
    kind: "FORBIDDEN",
    message: "Matches are for people who look for a coach. Sign in as a client to see yours.",
  },
  "matching.weights_not_100": {
    kind: "BAD_REQUEST",
    message: "The weights add up to {sum}. Change them so that they add up to 100.",
  },
} as const satisfies Record<string, ErrorDefinition>;

/** Refuses for a reason of this module. */
export const failure = failuresOf(matchingErrors);
