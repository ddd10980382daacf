import { type z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { beginAbout } from "../conversations/open-subject.ts";
import { type Subject } from "../conversations/subjects.ts";
import { type messageView, presentMessage } from "../messages/message-view.ts";
import { announceNew, putMessage } from "../messages/put-message.ts";
import { Conversation } from "../models/conversation.ts";
import { Message } from "../models/message.ts";

/**
 * Writes to the people who have to do with a thing in the name of the site's team, in the conversation about it, which begins if
 * nobody has opened it. Who may do so is for the thing's own module to say. A retry with the same `clientId` sends nothing.
 */
export async function writeAsTeam(
  scope: Scope,
  subject: Subject,
  { clientId, text }: { readonly clientId: string; readonly text: string },
): Promise<z.infer<typeof messageView>> {
  await beginAbout(scope, subject);
  const about = { subjectKind: subject.kind, subjectId: subject.id };
  const conversation = await scope.query(Conversation).findOne(about).forUpdate();
  if (!conversation) throw notFound();
  const [sent] = await scope
    .query(Message)
    .where({ conversationId: conversation.id, clientId })
    .whereNull("senderId");
  if (sent) return presentMessage(scope, sent);
  const message = await putMessage(scope, conversation, { senderId: null, clientId, replyToId: null, text });
  await announceNew(scope, conversation, message);
  return presentMessage(scope, message);
}
