import { type Reportable } from "../../../platform/module.ts";
import { presentReviewById } from "../present.ts";
import { setHidden } from "./set-hidden.ts";

/** Reviews can be reported; moderators take them from sight and bring them back. */
export const reportableReview: Reportable = {
  kind: "review",
  snapshot: presentReviewById,
  hide: (scope, id) => setHidden(scope, id, "reported"),
  restore: (scope, id) => setHidden(scope, id, null),
};
