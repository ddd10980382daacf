import { z } from "zod";
import { announce } from "../../../platform/outbox/announce.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingMember } from "../../identity/index.ts";
import { conversationsOf } from "../conversations/conversation-view.ts";
import { participantIds } from "../conversations/participants.ts";
import { Participant } from "../models/participant.ts";

export const receiveMessages = operation({
  summary:
    "Says which messages have reached the member's page, so that their senders see them delivered. Conversations of others are passed over.",
  input: z.strictObject({
    receipts: z
      .array(
        z.strictObject({
          conversationId: z.uuid(),
          /** The number of the last message the page has. */
          seq: z.int().min(1),
        }),
      )
      .min(1)
      .max(100),
  }),
  output: z.object({}),
  async run(scope, { receipts }) {
    const memberId = callingMember(scope);
    const wanted = new Map(receipts.map(({ conversationId, seq }) => [conversationId, seq]));
    const rows = await scope.read<{ id: string; lastSeq: number; deliveredSeq: number }>`
      select c.id, c.last_seq, p.delivered_seq from ${conversationsOf(memberId)}
      where c.id = any(${[...wanted.keys()]}::uuid[]) order by c.id`;
    for (const { id: conversationId, lastSeq } of rows) {
      const seq = Math.min(wanted.get(conversationId) ?? 0, lastSeq);
      const moved = await scope
        .query(Participant)
        .where({ conversationId, memberId })
        .where("deliveredSeq", "<", seq)
        .patch({ deliveredSeq: seq });
      if (moved === 0) continue;
      const recipients = await participantIds(scope, conversationId);
      await announce(scope, "conversation.received", { conversationId, memberId, seq, recipients });
    }
    return {};
  },
});
