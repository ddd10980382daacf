import { type Scope } from "../../../platform/scope/scope.ts";
import { ProviderApplication } from "../models/provider-application.ts";

/** How many applications wait for the team's decision; counts no further than `most`. */
export async function countWaitingApplications(scope: Scope, most: number): Promise<number> {
  const [found] = await scope.read<{ count: number }>`
    select count(*)::int as count from (
      select 1 from ${ProviderApplication} a where state = 'applied' limit ${most}
    ) waiting`;
  return found!.count;
}
