import { newId } from "../../../platform/ids.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { participantIds } from "../conversations/participants.ts";
import { Conversation } from "../models/conversation.ts";
import { Message } from "../models/message.ts";
import { Participant } from "../models/participant.ts";
import { indexWords } from "../search/word-index.ts";
import { tellUnreadLater } from "../unread/tell-unread.ts";
import { announceMessage } from "./announce-message.ts";
import { sealBody } from "./body.ts";

/** What is written, and by whom; null for the site's team. */
type Written = Pick<Message, "senderId" | "clientId" | "replyToId"> & { readonly text: string };

/** Gives a message the next place in a conversation whose row is locked. `announceNew` tells of it once all of it is there. */
export async function putMessage(
  scope: Scope,
  { id: conversationId, lastSeq, lastChange }: Conversation,
  { text, ...written }: Written,
): Promise<Message> {
  const [seq, change] = [lastSeq + 1, lastChange + 1];
  await scope
    .query(Conversation)
    .where({ id: conversationId })
    .patch({ lastSeq: seq, lastChange: change, lastActiveAt: scope.now });
  const id = newId(scope.now);
  const message = await scope.query(Message).insert({
    ...written,
    id,
    conversationId,
    seq,
    change,
    bodySealed: sealBody(scope.tenant, id, text),
    editedAt: null,
    deletedAt: null,
    hiddenAt: null,
  });
  await indexWords(scope, message, text);
  return message;
}

/** Brings the conversation of a new message back to everybody's list, and tells its people; `conversation` is as it was before. */
export async function announceNew(scope: Scope, conversation: Conversation, message: Message): Promise<void> {
  const { id: conversationId } = conversation;
  await scope
    .query(Participant)
    .where({ conversationId })
    .whereNotNull("archivedAt")
    .patch({ archivedAt: null });
  const recipients = await participantIds(scope, conversationId);
  await tellUnreadLater(scope, conversationId, await upToDateIds(scope, conversation, message.senderId));
  await announceMessage(scope, "message.sent", message, recipients);
}

/** Those for whom a new message is the first they have not read; of others it was seen to when the first one came. */
async function upToDateIds(
  scope: Scope,
  { id, lastSeq }: Pick<Conversation, "id" | "lastSeq">,
  senderId: string | null,
): Promise<string[]> {
  const rows = await scope.read<Pick<Participant, "memberId">>`
    select member_id from ${Participant} p
    where conversation_id = ${id} and member_id is distinct from ${senderId}::uuid and left_at is null and read_seq >= ${lastSeq}
    order by member_id`;
  return rows.map(({ memberId }) => memberId);
}
