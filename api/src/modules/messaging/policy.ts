import { notFound } from "../../platform/errors.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { readMember } from "../identity/index.ts";
import { isListed } from "../people/index.ts";
import { assertNotBlocked } from "../safety/index.ts";
import { participantIds } from "./conversations/participants.ts";
import { type Conversation } from "./models/conversation.ts";
import { Participant } from "./models/participant.ts";

/**
 * A member may write to people the site shows to everybody, and to those with whom they are in a conversation already, such as the
 * client of an order. Everybody else is not found: ids of members tell nothing.
 */
export async function assertMayWriteTo(
  scope: Scope,
  own: string,
  memberIds: readonly string[],
): Promise<void> {
  for (const memberId of memberIds) {
    const member = await readMember(scope, memberId);
    const isKnown = member?.status === "active" && (await isReachable(scope, own, memberId));
    if (!isKnown) throw notFound();
    await assertNotBlocked(scope, own, memberId);
  }
}

/** Who has blocked the other, or is blocked, writes to them neither alone nor about a thing. In a group they meet as others do. */
export async function assertMayWriteIn(
  scope: Scope,
  own: string,
  { id, kind }: Pick<Conversation, "id" | "kind">,
): Promise<void> {
  if (kind === "group") return;
  for (const memberId of await participantIds(scope, id))
    if (memberId !== own) await assertNotBlocked(scope, own, memberId);
}

const isReachable = async (scope: Scope, own: string, memberId: string): Promise<boolean> =>
  memberId === own || (await isListed(scope, memberId)) || (await haveMet(scope, own, memberId));

async function haveMet(scope: Scope, own: string, memberId: string): Promise<boolean> {
  const [shared] = await scope.read`
    select 1 as found from ${Participant} mine join ${Participant} theirs using (conversation_id)
    where mine.member_id = ${own} and mine.left_at is null
      and theirs.member_id = ${memberId} and theirs.left_at is null
    limit 1`;
  return shared !== undefined;
}
