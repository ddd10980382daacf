import { z } from "zod";
import { announce } from "../../../platform/outbox/announce.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingMember } from "../../identity/index.ts";
import { Participant } from "../models/participant.ts";
import { tellUnreadLater } from "../unread/tell-unread.ts";
import { conversationView, presentOwn } from "./conversation-view.ts";
import { readParticipation } from "./participants.ts";

export const updateConversation = operation({
  summary:
    "Puts a conversation away, pins it to the top or silences it, for the member alone. A new message brings one that was put away back.",
  input: z.strictObject({
    id: z.uuid(),
    isArchived: z.boolean().optional(),
    isPinned: z.boolean().optional(),
    isMuted: z.boolean().optional(),
  }),
  output: conversationView,
  async run(scope, { id, isArchived, isPinned, isMuted }) {
    const memberId = callingMember(scope);
    const { archivedAt, pinnedAt, mutedAt } = await readParticipation(scope, id, memberId);
    const since = (before: Date | null, wanted: boolean | undefined) =>
      wanted === undefined ? before : wanted ? (before ?? scope.now) : null;
    await scope
      .query(Participant)
      .where({ conversationId: id, memberId })
      .patch({
        archivedAt: since(archivedAt, isArchived),
        pinnedAt: since(pinnedAt, isPinned),
        mutedAt: since(mutedAt, isMuted),
      });
    if (mutedAt !== null && isMuted === false) await tellUnreadLater(scope, id, [memberId]);
    await announce(scope, "conversation.changed", { conversationId: id, recipients: [memberId] });
    return presentOwn(scope, id, memberId);
  },
});
