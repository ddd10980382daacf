import { type Scope } from "../../../platform/scope/scope.ts";
import { nameMembers } from "../../identity/index.ts";
import { keptApartFrom } from "../../safety/index.ts";
import { productName } from "../../tenancy/index.ts";
import { Conversation } from "../models/conversation.ts";
import { Message } from "../models/message.ts";
import { Participant } from "../models/participant.ts";

/** What somebody has not read of a conversation. Never what it says: this goes to places that are not sealed. */
export interface Unread {
  /** They have read the messages up to this one. */
  readonly readSeq: number;
  readonly count: number;
  readonly oldestAt: Date;
  /** The names of those who wrote, each once, in the order in which they first did; the site's own for its team. */
  readonly senders: readonly string[];
  /** Of a group. */
  readonly title: string | null;
}

/**
 * What a member has to read of a conversation that others wrote; null when there is nothing, they left it or silenced it. What was taken
 * from sight, and what somebody wrote from whom the member is kept apart, does not count.
 */
export async function readUnread(
  scope: Scope,
  conversationId: string,
  memberId: string,
): Promise<Unread | null> {
  const rows = await scope.read<{
    senderId: string | null;
    readSeq: number;
    count: number;
    oldestAt: Date;
    title: string | null;
  }>`
    select m.sender_id, p.read_seq, case when c.title_hidden_at is null then c.title end as title, count(*)::int as count, min(m.created_at) as oldest_at
    from ${Participant} p
    join ${Conversation} c on c.id = p.conversation_id
    join ${Message} m on m.conversation_id = c.id and m.seq > greatest(p.read_seq, p.joined_seq)
    where p.conversation_id = ${conversationId} and p.member_id = ${memberId}
      and p.left_at is null and p.muted_at is null
      and m.sender_id is distinct from ${memberId}::uuid and m.deleted_at is null and m.hidden_at is null
      and (m.sender_id is null or m.sender_id <> all(${await keptApartFrom(scope, memberId)}::uuid[]))
    group by m.sender_id, p.read_seq, c.title, c.title_hidden_at
    order by min(m.seq)`;
  const [first] = rows;
  if (!first) return null;
  const senderIds = rows.map(({ senderId }) => senderId);
  const names = await nameMembers(
    scope,
    senderIds.filter((id) => id !== null),
  );
  return {
    readSeq: first.readSeq,
    title: first.title,
    count: rows.reduce((sum, { count }) => sum + count, 0),
    oldestAt: new Date(Math.min(...rows.map(({ oldestAt }) => oldestAt.getTime()))),
    senders: senderIds.flatMap((id) => (id === null ? productName(scope.tenant) : (names.get(id) ?? []))),
  };
}
