import { type Access, procedure, router } from "../../platform/rpc/procedure.ts";
import { createReview } from "./create-review.ts";
import { listOwnReviews } from "./list-own-reviews.ts";
import { listPendingReviews } from "./list-pending-reviews.ts";
import { listReviews } from "./list-reviews.ts";
import { hideReview } from "./moderation/hide-review.ts";
import { listSiteReviews } from "./moderation/list-site-reviews.ts";
import { restoreReview } from "./moderation/restore-review.ts";

const members: Access = { audience: "member", module: "reviews" };
const office = (permission: string): Access => ({
  audience: ["staff", "server"],
  module: "reviews",
  permission,
});

export const reviewsRouter = router({
  listReviews: procedure({ audience: "visitor", module: "reviews", publicSeconds: 30 }).query(listReviews),
  listOwnReviews: procedure(members).query(listOwnReviews),
  listPendingReviews: procedure(members).query(listPendingReviews),
  createReview: procedure(members).mutation(createReview),
  listSiteReviews: procedure(office("reviews.view")).query(listSiteReviews),
  hideReview: procedure(office("reviews.moderate")).mutation(hideReview),
  restoreReview: procedure(office("reviews.moderate")).mutation(restoreReview),
});
