import { type Scope } from "../../../platform/scope/scope.ts";
import { Sanction } from "../models/sanction.ts";

/** How much of what the site's team did about a member is in force. */
export async function countInForce(scope: Scope, memberId: string): Promise<number> {
  const [row] = await scope.read<{ count: number }>`
    select count(*)::int as count from ${Sanction} s where member_id = ${memberId} and ended_at is null`;
  return row?.count ?? 0;
}
