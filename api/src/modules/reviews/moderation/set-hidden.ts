import { audit } from "../../../platform/audit/record.ts";
import { notFound } from "../../../platform/errors.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { Review } from "../models/review.ts";
import { recount } from "../publish.ts";

/** Takes a review from sight for a reason, or shows it again when the reason is null; the rating follows. */
export async function setHidden(scope: Scope, id: string, reason: string | null): Promise<void> {
  const review = await scope.query(Review).findOne({ id }).forUpdate();
  if (!review) throw notFound();
  const isHidden = review.hiddenAt !== null;
  if (isHidden === (reason !== null)) return;
  await scope
    .query(Review)
    .where({ id })
    .patch({ hiddenAt: reason === null ? null : scope.now, hiddenReason: reason });
  if (review.publishedAt) await recount(scope, review.subjectId);
  await audit(scope, {
    action: reason === null ? "reviews.restore_review" : "reviews.hide_review",
    entity: { kind: "review", id },
    before: { isHidden },
    after: { isHidden: !isHidden, reason },
  });
}
