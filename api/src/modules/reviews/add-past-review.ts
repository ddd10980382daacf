import { type Scope } from "../../platform/scope/scope.ts";
import { Review } from "./models/review.ts";
import { recount } from "./publish.ts";
import { type Reviewable } from "./reviewable.ts";
import { openRound } from "./round.ts";
import { type Ratings } from "./rules/dimensions.ts";
import { overallOf } from "./rules/overall.ts";

/** What one person of a session or an order said of the other before their site kept its reviews here. */
export interface PastReview {
  readonly authorId: string;
  readonly ratings: Ratings;
  readonly text: string;
}

/** Adds what was said at the scope's time: everybody may read it, and it counts. Nobody is told. Refuses reviews without a rating. */
export async function addPastReview(
  scope: Scope,
  reviewable: Reviewable,
  { authorId, ratings, text }: PastReview,
): Promise<void> {
  const { context, sourceId, clientId, hostId, gigId } = reviewable;
  const overall = overallOf({ ratings });
  if (overall === null) throw new TypeError("A past review needs a rating.");
  await openRound(scope, reviewable);
  const isByHost = authorId === hostId;
  const subjectId = isByHost ? clientId : hostId;
  await scope.query(Review).insert({
    context,
    sourceId,
    authorId,
    subjectId,
    gigId: isByHost ? null : gigId,
    ratings,
    overall,
    text,
    publishedAt: scope.now,
    hiddenAt: null,
    hiddenReason: null,
    reply: null,
    repliedAt: null,
  });
  await recount(scope, subjectId);
}
