import { announce } from "../../platform/outbox/announce.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { cancelTimers } from "../../platform/timers/timer.ts";
import { changeProfile, lockProfile } from "../people/index.ts";
import { reviewFactOf } from "./events.ts";
import { Review } from "./models/review.ts";

/** Lets everybody read a review and count it; one that was published stays as it is. */
export async function publish(scope: Scope, review: Review): Promise<void> {
  const published = await scope
    .query(Review)
    .where({ id: review.id })
    .whereNull("publishedAt")
    .patch({ publishedAt: scope.now });
  if (published === 0) return;
  await cancelTimers(scope, { name: "reviews.publish_review", subjectId: review.id });
  await announce(scope, "review.published", reviewFactOf(review));
  await recount(scope, review.subjectId);
}

/** Brings the rating in a person's profile in line with the reviews everybody may read. */
export async function recount(scope: Scope, subjectId: string): Promise<void> {
  // Two reviews of one person that are published at once would each miss the other.
  await lockProfile(scope, subjectId);
  const [rated] = await scope.sql<{ average: number | null; count: number }>`
    select round(avg(overall)::numeric, 2)::float8 as average, count(*)::int as count
    from ${Review} r where subject_id = ${subjectId}
      and published_at is not null and hidden_at is null`;
  await changeProfile(scope, subjectId, {
    ratingAverage: rated?.average ?? null,
    ratingCount: rated?.count ?? 0,
  });
}
