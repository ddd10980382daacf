import { type Scope } from "../../platform/scope/scope.ts";
import { ReviewRound } from "./models/review-round.ts";
import { type Reviewable } from "./reviewable.ts";

/** Opens the round of reviews of a completed session or order, once. */
export async function openRound(scope: Scope, reviewable: Reviewable): Promise<void> {
  const { context, sourceId, clientId, hostId, gigId, title } = reviewable;
  await scope
    .query(ReviewRound)
    .insert({ context, sourceId, clientId, hostId, gigId, title, openedAt: scope.now })
    .onConflict(["tenantId", "context", "sourceId"])
    .ignore();
}

/** Waits for its turn with these reviews: two people who write at the same moment must see each other's. */
export async function lockRound(
  scope: Scope,
  { context, sourceId }: Pick<Reviewable, "context" | "sourceId">,
): Promise<void> {
  await scope.query(ReviewRound).where({ context, sourceId }).forUpdate();
}
