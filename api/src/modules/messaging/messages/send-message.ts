import { z } from "zod";
import { invalidFields } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { callingMember } from "../../identity/index.ts";
import { attach } from "../attachments/attachments.ts";
import { lockConversation } from "../conversations/lock-conversation.ts";
import { readParticipation } from "../conversations/participants.ts";
import { Message } from "../models/message.ts";
import { Participant } from "../models/participant.ts";
import { assertMayWriteIn } from "../policy.ts";
import { noteResponse } from "../responses/note-response.ts";
import { watchMessage } from "../moderation/watch-message.ts";
import { messageView, presentMessage } from "./message-view.ts";
import { announceNew, putMessage } from "./put-message.ts";

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
    const message = await putMessage(scope, conversation, { senderId, clientId, replyToId, text });
    const { id, seq } = message;
    await attach(scope, id, [...new Set(fileIds)]);
    await watchMessage(scope, { id, senderId }, text);
    // Who answers has seen what was written before.
    await scope
      .query(Participant)
      .where({ conversationId, memberId: senderId })
      .patch({ readSeq: seq, deliveredSeq: seq });
    await noteResponse(scope, conversation, senderId);
    await announceNew(scope, conversation, message);
    return presentMessage(scope, message);
  },
});

async function assertAnswerable(
  scope: Scope,
  { conversationId, senderId }: { readonly conversationId: string; readonly senderId: string },
  id: string,
): Promise<void> {
  const { joinedSeq } = await readParticipation(scope, conversationId, senderId);
  const answered = await scope.query(Message).findOne({ conversationId, id });
  if (answered && answered.seq > joinedSeq) return;
  throw invalidFields({ path: ["replyToId"], message: "Answer a message of the same conversation." });
}
