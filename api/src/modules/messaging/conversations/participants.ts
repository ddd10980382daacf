import { notFound } from "../../../platform/errors.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { failure } from "../errors.ts";
import { Participant } from "../models/participant.ts";

/** How it stands with a person of a conversation. Who was never in it does not find it. */
export async function readParticipation(
  scope: Scope,
  conversationId: string,
  memberId: string,
): Promise<Participant> {
  const [participant] = await scope.read<Participant>`
    select * from ${Participant} p
    where conversation_id = ${conversationId} and member_id = ${memberId}`;
  if (!participant) throw notFound();
  if (participant.leftAt !== null) throw failure("messaging.left");
  return participant;
}

/** The people who are in a conversation now. */
export async function participantIds(scope: Scope, conversationId: string): Promise<string[]> {
  const rows = await scope.read<Pick<Participant, "memberId">>`
    select member_id from ${Participant} p
    where conversation_id = ${conversationId} and left_at is null order by member_id`;
  return rows.map(({ memberId }) => memberId);
}

/** The people who are in a conversation now and may see a message of it by its number. */
export async function readerIds(scope: Scope, conversationId: string, seq: number): Promise<string[]> {
  const rows = await scope.read<Pick<Participant, "memberId">>`
    select member_id from ${Participant} p
    where conversation_id = ${conversationId} and left_at is null and joined_seq < ${seq} order by member_id`;
  return rows.map(({ memberId }) => memberId);
}

/** The conversations two people are both in now. */
export async function sharedConversations(scope: Scope, one: string, other: string): Promise<string[]> {
  const rows = await scope.read<Pick<Participant, "conversationId">>`
    select conversation_id from ${Participant} a join ${Participant} b using (conversation_id)
    where a.member_id = ${one} and a.left_at is null and b.member_id = ${other} and b.left_at is null
    order by conversation_id`;
  return rows.map(({ conversationId }) => conversationId);
}

/** Puts people into a conversation; they see what was written after `seesFrom`, and have nothing to read yet. */
export async function putIn(
  scope: Scope,
  conversation: { readonly id: string; readonly lastSeq: number },
  memberIds: readonly string[],
  seesFrom: number,
): Promise<void> {
  if (memberIds.length === 0) return;
  const { id: conversationId, lastSeq } = conversation;
  const state = { joinedSeq: seesFrom, readSeq: lastSeq, deliveredSeq: lastSeq, leftAt: null };
  await scope
    .query(Participant)
    .insert(
      memberIds.map((memberId) => ({
        conversationId,
        memberId,
        ...state,
        pinnedAt: null,
        archivedAt: null,
        mutedAt: null,
        askedAt: null,
      })),
    )
    // Somebody who comes back.
    .onConflict(["tenantId", "conversationId", "memberId"])
    .merge(["joinedSeq", "readSeq", "deliveredSeq", "leftAt", "updatedAt"]);
}
