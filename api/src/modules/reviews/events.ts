import { z } from "zod";
import { type EventDefinition } from "../../platform/module.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { type Review } from "./models/review.ts";
import { presentReviewById, reviewView, sourceOf } from "./present.ts";

declare global {
  interface DomainEvents {
    /** Somebody reviewed a session or an order; the other side does not read it yet. */
    "review.created": ReviewFact;
    /** Everybody may read it, and it counts. */
    "review.published": ReviewFact;
  }
}

interface ReviewFact {
  readonly reviewId: string;
  /** Of the session; null for a gig. */
  readonly bookingId: string | null;
  /** Of the gig; null for a session. */
  readonly orderId: string | null;
  readonly authorId: string;
  readonly subjectId: string;
}

const reviewFact = z.object({
  reviewId: z.uuid(),
  bookingId: z.uuid().nullable(),
  orderId: z.uuid().nullable(),
  authorId: z.uuid(),
  subjectId: z.uuid(),
});

/** What is told of a review. */
export const reviewFactOf = (
  review: Pick<Review, "id" | "context" | "sourceId" | "authorId" | "subjectId">,
): ReviewFact => ({
  reviewId: review.id,
  ...sourceOf(review),
  authorId: review.authorId,
  subjectId: review.subjectId,
});

const review = {
  view: reviewView,
  present: (scope: Scope, { reviewId }: ReviewFact) => presentReviewById(scope, reviewId),
};

const aboutReview = (recipients: (fact: ReviewFact) => string[]): EventDefinition<ReviewFact> => ({
  fact: reviewFact,
  recipients,
  frame: review,
  webhook: review,
});

export const reviewEvents = {
  // Whom it is about must not learn of it before they wrote, or chose not to.
  "review.created": aboutReview(({ authorId }) => [authorId]),
  "review.published": aboutReview(({ authorId, subjectId }) => [authorId, subjectId]),
};
