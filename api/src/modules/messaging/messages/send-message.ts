import { z } from "zod";
import { newId } from "../../../platform/ids.ts";
import { invalidFields } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { callingMember } from "../../identity/index.ts";
import { attach } from "../attachments/attachments.ts";
import { lockConversation } from "../conversations/lock-conversation.ts";
import { participantIds, readParticipation } from "../conversations/participants.ts";
import { Conversation } from "../models/conversation.ts";
import { Message } from "../models/message.ts";
import { Participant } from "../models/participant.ts";
import { assertMayWriteIn } from "../policy.ts";
import { noteResponse } from "../responses/note-response.ts";
import { watchMessage } from "../moderation/watch-message.ts";
import { tellUnreadLater } from "../unread/tell-unread.ts";
import { indexWords } from "../search/word-index.ts";
import { announceMessage } from "./announce-message.ts";
import { sealBody } from "./body.ts";
import { messageView, presentMessage } from "./message-view.ts";

/** A message's text as it is written. */
export const messageText = z.string().trim().min(1).max(4000);

export const sendMessage = operation({
  summary:
    "Sends a message to a conversation. A retry with the same `clientId` answers the message that is there and sends nothing.",
  input: z.strictObject({
    conversationId: z.uuid(),
    /** Chosen by the page, once for each message. */
    clientId: z.string().regex(/^[\w-]{1,64}$/, "Use 1 to 64 letters, digits, - and _."),
    /** May be left out where files say it all. */
    text: z.string().trim().max(4000).default(""),
    /** The message it answers; of the same conversation. */
    replyToId: z.uuid().optional(),
    /** Files of the caller's own, uploaded for `messaging.attachment` and not sent yet. */
    fileIds: z.array(z.uuid()).max(10).default([]),
  }),
  output: messageView,
  async run(scope, { conversationId, clientId, text, replyToId = null, fileIds }) {
    const senderId = callingMember(scope);
    if (text === "" && fileIds.length === 0)
      throw invalidFields({ path: ["text"], message: "Write something, or add a file." });
    const conversation = await lockConversation(scope, conversationId, senderId);
    // Looked for under the lock: of two tries at once the second finds what the first has sent.
    const [sent] = await scope.query(Message).where({ conversationId, senderId, clientId });
    if (sent) return presentMessage(scope, sent);

    await assertMayWriteIn(scope, senderId, conversation);
    if (replyToId !== null) await assertAnswerable(scope, { conversationId, senderId }, replyToId);
    const [seq, change] = [conversation.lastSeq + 1, conversation.lastChange + 1];
    await scope
      .query(Conversation)
      .where({ id: conversationId })
      .patch({ lastSeq: seq, lastChange: change, lastActiveAt: scope.now });
    const id = newId(scope.now);
    const message = await scope.query(Message).insert({
      id,
      conversationId,
      seq,
      change,
      senderId,
      clientId,
      bodySealed: sealBody(scope.tenant, id, text),
      replyToId,
      editedAt: null,
      deletedAt: null,
      hiddenAt: null,
    });
    await attach(scope, id, [...new Set(fileIds)]);
    await indexWords(scope, message, text);
    await watchMessage(scope, message, text);
    // Who answers has seen what was written before; and a new message brings the conversation back to everybody's list.
    await scope
      .query(Participant)
      .where({ conversationId, memberId: senderId })
      .patch({ readSeq: seq, deliveredSeq: seq });
    await scope
      .query(Participant)
      .where({ conversationId })
      .whereNotNull("archivedAt")
      .patch({ archivedAt: null });
    await noteResponse(scope, conversation, senderId);
    const recipients = await participantIds(scope, conversationId);
    await tellUnreadLater(scope, conversationId, await upToDateIds(scope, conversation, senderId));
    await announceMessage(scope, "message.sent", message, recipients);
    return presentMessage(scope, message);
  },
});

/** Those for whom a new message is the first they have not read; of others it was seen to when the first one came. */
async function upToDateIds(
  scope: Scope,
  { id, lastSeq }: Pick<Conversation, "id" | "lastSeq">,
  senderId: string,
): Promise<string[]> {
  const rows = await scope.read<Pick<Participant, "memberId">>`
    select member_id from ${Participant} p
    where conversation_id = ${id} and member_id <> ${senderId} and left_at is null and read_seq >= ${lastSeq}
    order by member_id`;
  return rows.map(({ memberId }) => memberId);
}

async function assertAnswerable(
  scope: Scope,
  { conversationId, senderId }: Pick<Message, "conversationId" | "senderId">,
  id: string,
): Promise<void> {
  const { joinedSeq } = await readParticipation(scope, conversationId, senderId);
  const answered = await scope.query(Message).findOne({ conversationId, id });
  if (answered && answered.seq > joinedSeq) return;
  throw invalidFields({ path: ["replyToId"], message: "Answer a message of the same conversation." });
}
