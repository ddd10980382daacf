import { type Scope } from "../../platform/scope/scope.ts";
import { ReviewRound } from "./models/review-round.ts";

/** What is known of a completed session. */
export interface CompletedSession {
  readonly id: string;
  readonly clientId: string;
  readonly hostId: string;
  readonly title: string;
}

/** Opens the round of reviews of a completed session, once. */
export async function openRound(
  scope: Scope,
  { id, clientId, hostId, title }: CompletedSession,
): Promise<void> {
  await scope
    .query(ReviewRound)
    .insert({ bookingId: id, clientId, hostId, title, openedAt: scope.now })
    .onConflict(["tenantId", "bookingId"])
    .ignore();
}

/** Waits for its turn with a session's reviews: two people who write at the same moment must see each other's. */
export async function lockRound(scope: Scope, bookingId: string): Promise<void> {
  await scope.query(ReviewRound).where({ bookingId }).forUpdate();
}
