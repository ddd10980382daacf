import { z } from "zod";
import { type EventDefinition } from "../../platform/module.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { presentReviewById, reviewView } from "./present.ts";

declare global {
  interface DomainEvents {
    /** Somebody reviewed a session; the other side does not read it yet. */
    "review.created": ReviewFact;
    /** Everybody may read it, and it counts. */
    "review.published": ReviewFact;
  }
}

interface ReviewFact {
  readonly reviewId: string;
  readonly bookingId: string;
  readonly authorId: string;
  readonly subjectId: string;
}

const reviewFact = z.object({
  reviewId: z.uuid(),
  bookingId: z.uuid(),
  authorId: z.uuid(),
  subjectId: z.uuid(),
});

/** What is told of a review. */
export const reviewFactOf = (review: {
  readonly id: string;
  readonly bookingId: string;
  readonly authorId: string;
  readonly subjectId: string;
}): ReviewFact => ({
  reviewId: review.id,
  bookingId: review.bookingId,
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
