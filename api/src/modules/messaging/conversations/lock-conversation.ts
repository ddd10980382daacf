import { notFound } from "../../../platform/errors.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { Conversation } from "../models/conversation.ts";
import { readParticipation } from "./participants.ts";

/** Waits for its turn to change a conversation for one of its people. Who is not in it does not find it. */
export async function lockConversation(scope: Scope, id: string, memberId: string): Promise<Conversation> {
  const conversation = await scope.query(Conversation).findOne({ id }).forUpdate();
  if (!conversation) throw notFound();
  await readParticipation(scope, id, memberId);
  return conversation;
}
