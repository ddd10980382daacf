import { type Scope } from "../../../platform/scope/scope.ts";
import { lockConversation } from "../conversations/lock-conversation.ts";
import { failure } from "../errors.ts";
import { type Conversation } from "../models/conversation.ts";

/** Waits for its turn to change a group that the member keeps. */
export async function lockKeptGroup(scope: Scope, id: string, own: string): Promise<Conversation> {
  const group = await lockConversation(scope, id, own);
  if (group.kind !== "group") throw failure("messaging.not_a_group");
  if (group.keeperId !== own) throw failure("messaging.keeper_only");
  return group;
}
