import { type z } from "zod";
import { announce } from "../../../platform/outbox/announce.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { type conversationView, presentOwn } from "../conversations/conversation-view.ts";
import { participantIds } from "../conversations/participants.ts";

/** Tells the pages of a conversation's people, and of those who have just left, to look at it again. */
export async function announceChange(
  scope: Scope,
  conversationId: string,
  gone: readonly string[] = [],
): Promise<void> {
  const recipients = [...(await participantIds(scope, conversationId)), ...gone];
  await announce(scope, "conversation.changed", { conversationId, recipients });
}

/** Tells everybody, and answers the conversation as the member sees it now. */
export async function tellOfChange(
  scope: Scope,
  { id }: { readonly id: string },
  own: string,
): Promise<z.infer<typeof conversationView>> {
  await announceChange(scope, id);
  return presentOwn(scope, id, own);
}
