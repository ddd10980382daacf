import { type Scope } from "../../../platform/scope/scope.ts";
import { ContactRelease } from "../models/contact-release.ts";
import { Participant } from "../models/participant.ts";
import { messagingOf } from "../settings.ts";

/** Those of some conversations in which contacts are not shown: somebody in it has not bought from or sold to somebody else yet. */
export async function maskedConversations(
  scope: Scope,
  conversationIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (!messagingOf(scope.tenant).masksContactsUntilPaid || conversationIds.length === 0) return new Set();
  const rows = await scope.read<{ id: string }>`
    select distinct a.conversation_id as id
    from ${Participant} a join ${Participant} b
      on b.conversation_id = a.conversation_id and a.member_id < b.member_id
    where a.conversation_id = any(${[...new Set(conversationIds)]}::uuid[])
      and a.left_at is null and b.left_at is null
      and not exists (
        select from ${ContactRelease} r where r.low_id = a.member_id and r.high_id = b.member_id
      )`;
  return new Set(rows.map(({ id }) => id));
}
