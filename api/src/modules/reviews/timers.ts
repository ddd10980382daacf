import { z } from "zod";
import { timer } from "../../platform/timers/timer.ts";
import { Review } from "./models/review.ts";
import { publish } from "./publish.ts";

/** Publishes a review the other side did not answer in time. */
export const publishReview = timer({
  name: "reviews.publish_review",
  payload: z.object({}),
  async run(scope, { subjectId }) {
    const review = await scope.query(Review).findOne({ id: subjectId }).forUpdate();
    if (review) await publish(scope, review);
  },
});
