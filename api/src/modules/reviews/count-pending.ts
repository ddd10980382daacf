import { type Scope } from "../../platform/scope/scope.ts";
import { awaitsReviewBy } from "./awaits-review.ts";
import { ReviewRound } from "./models/review-round.ts";

/** How many completed sessions and orders a member has not reviewed yet. */
export async function countPending(scope: Scope, memberId: string): Promise<number> {
  const [row] = await scope.read<{ pending: number }>`
    select count(*)::int as pending from ${ReviewRound} o where ${awaitsReviewBy(memberId)}`;
  return row?.pending ?? 0;
}
