import { notFound } from "../../../platform/errors.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { callingMember } from "../../identity/index.ts";
import { detach } from "../attachments/attachments.ts";
import { lockConversation } from "../conversations/lock-conversation.ts";
import { MessageVersion } from "../models/message-version.ts";
import { Message } from "../models/message.ts";
import { indexWords } from "../search/word-index.ts";
import { sealBody } from "./body.ts";
import { type LockedMessage, takeChange } from "./take-change.ts";

/** Finds a message of the caller's own under the lock of its conversation. Somebody else's is not found. */
export async function lockOwnMessage(scope: Scope, id: string): Promise<LockedMessage> {
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
  locked: LockedMessage,
  text: string | null,
): Promise<Message> {
  const { id, bodySealed, hiddenAt } = locked.message;
  const versions = await scope.query(MessageVersion).where({ messageId: id }).resultSize();
  await scope
    .query(MessageVersion)
    .insert({ messageId: id, version: versions + 1, bodySealed, replacedAt: scope.now });
  const changed =
    text === null
      ? await takeChange(scope, locked, { bodySealed: "", deletedAt: scope.now }, "message.deleted")
      : await takeChange(
          scope,
          locked,
          { bodySealed: sealBody(scope.tenant, id, text), editedAt: scope.now },
          "message.edited",
        );
  await indexWords(scope, changed, hiddenAt === null ? text : null);
  if (text === null) await detach(scope, id);
  return changed;
}
