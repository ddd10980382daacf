import { type Scope } from "../../../platform/scope/scope.ts";
import { readerIds } from "../conversations/participants.ts";
import { Conversation } from "../models/conversation.ts";
import { Message } from "../models/message.ts";
import { announceMessage } from "./announce-message.ts";

/** A message and its conversation, which the caller has locked. */
export interface LockedMessage {
  readonly message: Message;
  readonly conversation: Conversation;
}

/** Changes a message under the next number of its conversation's changes, and tells the pages of everybody who may see it. */
export async function takeChange(
  scope: Scope,
  { message, conversation }: LockedMessage,
  changes: Partial<Pick<Message, "bodySealed" | "editedAt" | "deletedAt" | "hiddenAt">>,
  event: "message.edited" | "message.deleted",
): Promise<Message> {
  const { id, conversationId, seq } = message;
  const change = conversation.lastChange + 1;
  await scope.query(Conversation).where({ id: conversationId }).patch({ lastChange: change });
  const [changed] = await scope
    .query(Message)
    .where({ id })
    .patch({ ...changes, change })
    .returning("*");
  if (!changed) throw new Error("A message is gone under the lock of its conversation.");
  const recipients = await readerIds(scope, conversationId, seq);
  await announceMessage(scope, event, changed, recipients);
  return changed;
}
