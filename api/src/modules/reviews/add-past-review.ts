import { type Scope } from "../../platform/scope/scope.ts";
import { Review } from "./models/review.ts";
import { recount } from "./publish.ts";
import { type CompletedSession, openRound } from "./round.ts";
import { type Ratings } from "./rules/average.ts";

/** What one person of a session said of the other before their site kept its reviews here. */
export interface PastReview {
  readonly authorId: string;
  readonly ratings: Ratings;
  readonly text: string;
}

/** Adds what was said of a session at the scope's time: everybody may read it, and it counts. Nobody is told. */
export async function addPastReview(
  scope: Scope,
  session: CompletedSession,
  { authorId, ratings, text }: PastReview,
): Promise<void> {
  await openRound(scope, session);
  const subjectId = authorId === session.hostId ? session.clientId : session.hostId;
  await scope.query(Review).insert({
    bookingId: session.id,
    authorId,
    subjectId,
    ...ratings,
    text,
    publishedAt: scope.now,
    hiddenAt: null,
    hiddenReason: null,
  });
  await recount(scope, subjectId);
}
