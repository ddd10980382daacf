import { type Reportable } from "../../../platform/module.ts";
import { presentReviewById } from "../present.ts";
import { setHidden } from "./set-hidden.ts";

/** Reviews can be reported; moderators take them from sight and bring them back. */
export const reportableReview: Reportable = {
  kind: "review",
  async snapshot(scope, id, reporterId) {
    const review = await presentReviewById(scope, id);
    const isShown = review?.publishedAt !== null && !review?.isHidden;
    if (!review || (reporterId !== null && !isShown)) return null;
    return { authorId: review.authorId, content: review };
  },
  hide: (scope, id) => setHidden(scope, id, "reported"),
  restore: (scope, id) => setHidden(scope, id, null),
};
