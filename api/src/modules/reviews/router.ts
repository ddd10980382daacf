import { type Access, procedure, router } from "../../platform/rpc/procedure.ts";
import { createReview } from "./create-review.ts";
import { getOrderReviews } from "./get-order-reviews.ts";
import { getReviewStats } from "./get-review-stats.ts";
import { listDimensions } from "./list-dimensions.ts";
import { listOwnReviews } from "./list-own-reviews.ts";
import { listPendingReviews } from "./list-pending-reviews.ts";
import { listReviews } from "./list-reviews.ts";
import { replyToReview } from "./reply-to-review.ts";
import { hideReview } from "./moderation/hide-review.ts";
import { listSiteReviews } from "./moderation/list-site-reviews.ts";
import { restoreReview } from "./moderation/restore-review.ts";

const everybody: Access = { audience: ["visitor", "staff", "server"], module: "reviews", publicSeconds: 30 };
const members: Access = { audience: "member", module: "reviews" };
const office = (permission: string): Access => ({
  audience: ["staff", "server"],
  module: "reviews",
  permission,
});

export const reviewsRouter = router({
  listReviews: procedure(everybody).query(listReviews),
  getReviewStats: procedure(everybody).query(getReviewStats),
  listDimensions: procedure(everybody).query(listDimensions),
  getOrderReviews: procedure(members).query(getOrderReviews),
  listOwnReviews: procedure(members).query(listOwnReviews),
  listPendingReviews: procedure(members).query(listPendingReviews),
  createReview: procedure(members).mutation(createReview),
  replyToReview: procedure(members).mutation(replyToReview),
  listSiteReviews: procedure(office("reviews.view")).query(listSiteReviews),
  hideReview: procedure(office("reviews.moderate")).mutation(hideReview),
  restoreReview: procedure(office("reviews.moderate")).mutation(restoreReview),
});
