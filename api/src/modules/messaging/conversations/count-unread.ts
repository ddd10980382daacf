import { type Scope } from "../../../platform/scope/scope.ts";
import { conversationsOf } from "./conversation-view.ts";

/** How many messages a member has not read, in all conversations that are not put away. */
export async function countUnread(scope: Scope, memberId: string): Promise<number> {
  const [row] = await scope.read<{ unread: number }>`
    select coalesce(sum(c.last_seq - p.read_seq), 0)::int as unread
    from ${conversationsOf(memberId)} where p.archived_at is null`;
  return row?.unread ?? 0;
}
