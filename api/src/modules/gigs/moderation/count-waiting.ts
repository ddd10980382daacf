import { type Scope } from "../../../platform/scope/scope.ts";
import { Gig } from "../models/gig.ts";

/** How many gigs wait for the team's decision; counts no further than `most`. */
export async function countWaitingGigs(scope: Scope, most: number): Promise<number> {
  const [found] = await scope.read<{ count: number }>`
    select count(*)::int as count from (
      select 1 from ${Gig} g where moderation = 'pending' limit ${most}
    ) waiting`;
  return found?.count ?? 0;
}
