import { notFound } from "../../../platform/errors.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { Participant } from "../models/participant.ts";

/** How it stands with a person of a conversation. Who is not in it does not find it. */
export async function readParticipation(
  scope: Scope,
  conversationId: string,
  memberId: string,
): Promise<Participant> {
  const [participant] = await scope.read<Participant>`
    select * from ${Participant} p
    where conversation_id = ${conversationId} and member_id = ${memberId} and left_at is null`;
  if (!participant) throw notFound();
  return participant;
}

/** The people who are in a conversation now. */
export async function participantIds(scope: Scope, conversationId: string): Promise<string[]> {
  const rows = await scope.read<Pick<Participant, "memberId">>`
    select member_id from ${Participant} p
    where conversation_id = ${conversationId} and left_at is null order by member_id`;
  return rows.map(({ memberId }) => memberId);
}

/** Puts people into a conversation; they see what is written from now on. */
export async function addParticipants(
  scope: Scope,
  conversation: { readonly id: string; readonly lastSeq: number },
  memberIds: readonly string[],
): Promise<void> {
  const seq = conversation.lastSeq;
  await scope.query(Participant).insert(
    memberIds.map((memberId) => ({
      conversationId: conversation.id,
      memberId,
      joinedSeq: seq,
      readSeq: seq,
      deliveredSeq: seq,
      leftAt: null,
      pinnedAt: null,
      archivedAt: null,
      mutedAt: null,
    })),
  );
}
