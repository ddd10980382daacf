import { type Scope } from "../../../platform/scope/scope.ts";
import { failure } from "../errors.ts";
import { MemberBlock } from "../models/member-block.ts";

/** The members whom one member has blocked or is blocked by: they are shown to each other nowhere. */
export async function keptApartFrom(scope: Scope, memberId: string): Promise<string[]> {
  const rows = await scope.read<{ id: string }>`
    select blocked_id as id from ${MemberBlock} b where blocker_id = ${memberId}
    union select blocker_id from ${MemberBlock} b where blocked_id = ${memberId}
    order by id`;
  return rows.map(({ id }) => id);
}

/** Whether one of two members blocked the other: they write, match and book neither way. */
async function areKeptApart(scope: Scope, one: string, other: string): Promise<boolean> {
  const rows = await scope.read`
    select 1 as found from ${MemberBlock} b
    where (blocker_id = ${one} and blocked_id = ${other}) or (blocker_id = ${other} and blocked_id = ${one})
    limit 1`;
  return rows.length > 0;
}

/** Refuses with `safety.blocked` what would bring two members together of whom one blocked the other. */
export async function assertNotBlocked(scope: Scope, one: string, other: string): Promise<void> {
  if (await areKeptApart(scope, one, other)) throw failure("safety.blocked");
}
