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
  "safety.word_refused": {
    kind: "BAD_REQUEST",
    message: "This site does not allow “{word}”. Write it in other words.",
  },
  "safety.case_claimed": {
    kind: "CONFLICT",
    message: "A colleague works on this case. Choose another one, or put it back into the queue first.",
  },
  "safety.case_not_claimed": {
    kind: "CONFLICT",
    message: "Claim this case before you decide it, so that no two of you do.",
  },
  "safety.case_decided": {
    kind: "CONFLICT",
    message: "This case is decided already. Reload to see how.",
  },
  "safety.not_hidden": {
    kind: "CONFLICT",
    message: "The content of this case is not hidden, so there is nothing to show again.",
  },
  "safety.already_appealed": {
    kind: "CONFLICT",
    message: "You have appealed against this already. The team tells you by mail what it decides.",
  },
  "safety.sanction_over": {
    kind: "CONFLICT",
    message: "This decision is no longer in force, so there is nothing to appeal against.",
  },
  "safety.no_appeal": {
    kind: "CONFLICT",
    message: "No appeal waits for a decision here. Reload to see what was decided.",
  },
  "safety.own_decision": {
    kind: "FORBIDDEN",
    message: "You imposed this yourself. Leave the appeal to a colleague.",
  },
} as const satisfies Record<string, ErrorDefinition>;

/** Refuses for a reason of this module. */
export const failure = failuresOf(safetyErrors);
