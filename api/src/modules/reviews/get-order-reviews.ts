import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { callingMember } from "../identity/index.ts";
import { dimensionName } from "./list-dimensions.ts";
import { Review } from "./models/review.ts";
import { authorNames, presentReview, type ReviewRow, reviewView } from "./present.ts";
import { readReviewable } from "./reviewable.ts";
import { reviewsOf } from "./settings.ts";

export const getOrderReviews = operation({
  summary:
    "Answers what the member and the other side said of each other about an order: their own review at once, the other's once it is published.",
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({
    /** Whether the member may review the other side now: the order is completed and they have not. */
    isOpen: z.boolean(),
    /** What the site asks to be rated, in its order; none where stars alone are given. */
    dimensions: z.array(dimensionName),
    /** The member's own; null before they wrote it. */
    given: reviewView.nullable(),
    /** The other side's; null before it is published, and while it is hidden. */
    received: reviewView.nullable(),
    /** In how many days a review is published without the other side's; 0 at once. */
    waitDays: z.int(),
  }),
  async run(scope, { id }) {
    const own = callingMember(scope);
    const { reviewable, isCompleted } = await readReviewable(scope, own, { orderId: id });
    const { context, sourceId } = reviewable;
    const rows = await scope.read<ReviewRow>`
      select * from ${Review} r where context = ${context} and source_id = ${sourceId}`;
    const names = await authorNames(scope, rows);
    const given = rows.find(({ authorId }) => authorId === own);
    const received = rows.find(
      ({ subjectId, publishedAt, hiddenAt }) =>
        subjectId === own && publishedAt !== null && hiddenAt === null,
    );
    const { dimensions, waitDays } = reviewsOf(scope.tenant);
    return {
      isOpen: isCompleted && !given,
      dimensions: dimensions[context],
      given: given ? presentReview(given, names) : null,
      received: received ? presentReview(received, names) : null,
      waitDays,
    };
  },
});
