import { announce } from "../../../platform/outbox/announce.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { Message } from "../models/message.ts";
import { Participant } from "../models/participant.ts";

/** Tells people's pages of a message; to those who came after the message it answers, without a word of that one. */
export async function announceMessage(
  scope: Scope,
  event: "message.sent" | "message.edited" | "message.deleted",
  {
    id,
    conversationId,
    senderId,
    seq,
    replyToId,
  }: Pick<Message, "id" | "conversationId" | "senderId" | "seq" | "replyToId">,
  recipients: readonly string[],
): Promise<void> {
  const newcomers = replyToId === null ? new Set() : await newcomersTo(scope, replyToId);
  const fact = { messageId: id, conversationId, senderId, seq };
  const [late, others] = [true, false].map((isLate) =>
    recipients.filter((memberId) => newcomers.has(memberId) === isLate),
  );
  await announce(scope, event, { ...fact, recipients: others ?? [] });
  if (late && late.length > 0) await announce(scope, event, { ...fact, recipients: late, hidesQuote: true });
}

async function newcomersTo(scope: Scope, messageId: string): Promise<ReadonlySet<string>> {
  const rows = await scope.read<Pick<Participant, "memberId">>`
    select p.member_id from ${Message} m join ${Participant} p on p.conversation_id = m.conversation_id
    where m.id = ${messageId} and p.joined_seq >= m.seq`;
  return new Set(rows.map(({ memberId }) => memberId));
}
