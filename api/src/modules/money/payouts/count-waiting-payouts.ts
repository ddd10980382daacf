import { type Scope } from "../../../platform/scope/scope.ts";
import { Payout } from "../models/payout.ts";

/** How many payouts wait for the team's decision; counting stops at a limit. */
export async function countWaitingPayouts(scope: Scope, limit: number): Promise<number> {
  const [found] = await scope.read<{ count: number }>`
    select count(*) from (select from ${Payout} p where state = 'requested' limit ${limit}) waiting`;
  return found?.count ?? 0;
}
