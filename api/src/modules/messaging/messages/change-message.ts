import { notFound } from "../../../platform/errors.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { callingMember } from "../../identity/index.ts";
import { detach } from "../attachments/attachments.ts";
import { lockConversation } from "../conversations/lock-conversation.ts";
import { participantIds } from "../conversations/participants.ts";
import { Conversation } from "../models/conversation.ts";
import { MessageVersion } from "../models/message-version.ts";
import { Message } from "../models/message.ts";
import { indexWords } from "../search/word-index.ts";
import { sealBody } from "./body.ts";

/** Finds a message of the caller's own under the lock of its conversation. Somebody else's is not found. */
export async function lockOwnMessage(
  scope: Scope,
  id: string,
): Promise<{ readonly message: Message; readonly conversation: Conversation }> {
  const senderId = callingMember(scope);
  const found = await scope.query(Message).findOne({ id, senderId });
  if (!found) throw notFound();
  const conversation = await lockConversation(scope, found.conversationId, senderId);
  // As it is now that it was its turn.
  const message = await scope.query(Message).findOne({ id, senderId });
  if (!message) throw notFound();
  return { message, conversation };
}

/** Edits a message, or deletes it for null: what it said is kept, the change takes its number, and everybody's page learns of it. */
export async function changeMessage(
  scope: Scope,
  { message, conversation }: { readonly message: Message; readonly conversation: Conversation },
  text: string | null,
): Promise<Message> {
  const { id, conversationId, senderId, seq, bodySealed } = message;
  const versions = await scope.query(MessageVersion).where({ messageId: id }).resultSize();
  await scope
    .query(MessageVersion)
    .insert({ messageId: id, version: versions + 1, bodySealed, replacedAt: scope.now });
  const changes =
    text === null
      ? { bodySealed: "", deletedAt: scope.now }
      : { bodySealed: sealBody(scope.tenant, id, text), editedAt: scope.now };
  const change = conversation.lastChange + 1;
  await scope.query(Conversation).where({ id: conversationId }).patch({ lastChange: change });
  const [changed] = await scope
    .query(Message)
    .where({ id })
    .patch({ ...changes, change })
    .returning("*");
  await indexWords(scope, message, text);
  if (text === null) await detach(scope, id);
  const recipients = await participantIds(scope, conversationId);
  const name = text === null ? "message.deleted" : "message.edited";
  await announce(scope, name, { messageId: id, conversationId, senderId, seq, recipients });
  if (!changed) throw new Error("A message is gone under the lock of its conversation.");
  return changed;
}
