import { notFound } from "../../../platform/errors.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { openBody } from "../messages/body.ts";
import { takeChange } from "../messages/take-change.ts";
import { Conversation } from "../models/conversation.ts";
import { Message } from "../models/message.ts";
import { indexWords } from "../search/word-index.ts";

/** Takes a message from everybody's sight, or shows it again; pages learn of it as of an edit. */
export async function setHidden(scope: Scope, id: string, isHidden: boolean): Promise<void> {
  const found = await scope.query(Message).findOne({ id });
  if (!found) throw notFound();
  const conversation = await scope.query(Conversation).findOne({ id: found.conversationId }).forUpdate();
  // As it is now that it was its turn.
  const message = await scope.query(Message).findOne({ id });
  if (!conversation || !message || (message.hiddenAt !== null) === isHidden) return;
  const changes = { hiddenAt: isHidden ? scope.now : null };
  const changed = await takeChange(scope, { message, conversation }, changes, "message.edited");
  const isReadable = !isHidden && message.deletedAt === null;
  await indexWords(scope, changed, isReadable ? openBody(scope.tenant, changed) : null);
}
