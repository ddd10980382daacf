import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { callingMember } from "../../identity/index.ts";
import { lockConversation } from "../conversations/lock-conversation.ts";
import { failure } from "../errors.ts";
import { Conversation } from "../models/conversation.ts";
import { Participant } from "../models/participant.ts";
import { announceChange } from "./tell-of-change.ts";

export const removeParticipant = operation({
  summary:
    "Takes somebody out of a group: the member themselves, or anybody when they keep it. When its keeper leaves, who came next keeps it.",
  input: z.strictObject({ conversationId: z.uuid(), memberId: z.uuid() }),
  output: z.object({}),
  async run(scope, { conversationId, memberId }) {
    const own = callingMember(scope);
    const group = await lockConversation(scope, conversationId, own);
    if (group.kind !== "group") throw failure("messaging.not_a_group");
    if (memberId !== own && group.keeperId !== own) throw failure("messaging.keeper_only");
    const removed = await scope
      .query(Participant)
      .where({ conversationId, memberId })
      .whereNull("leftAt")
      .patch({ leftAt: scope.now });
    if (removed === 0) throw notFound();
    if (group.keeperId === memberId) await passOn(scope, conversationId);
    await announceChange(scope, conversationId, [memberId]);
    return {};
  },
});

async function passOn(scope: Scope, id: string): Promise<void> {
  const next = await scope
    .query(Participant)
    .where({ conversationId: id })
    .whereNull("leftAt")
    .orderBy(["createdAt", "memberId"])
    .first();
  await scope
    .query(Conversation)
    .where({ id })
    .patch({ keeperId: next?.memberId ?? null });
}
