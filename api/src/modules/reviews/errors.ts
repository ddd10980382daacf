import { type ErrorDefinition, failuresOf } from "../../platform/errors.ts";

export const reviewErrors = {
  "reviews.not_completed": {
    kind: "CONFLICT",
    message: "This is not completed yet. Review it once it is.",
  },
  "reviews.already_reviewed": {
    kind: "CONFLICT",
    message: "You have reviewed this already. A review is given once.",
  },
  "reviews.already_replied": {
    kind: "CONFLICT",
    message: "You have replied to this review already. A reply is given once.",
  },
} as const satisfies Record<string, ErrorDefinition>;

/** Refuses for a reason of this module. */
export const failure = failuresOf(reviewErrors);
