import { type Scope } from "../../../platform/scope/scope.ts";
import { Notification } from "../models/notification.ts";

/** How much a member has not read: the number on the bell. */
export async function countUnread(scope: Scope, memberId: string): Promise<number> {
  const [row] = await scope.read<{ unread: number }>`
    select count(*)::int as unread from ${Notification} n where member_id = ${memberId} and read_at is null`;
  return row?.unread ?? 0;
}
