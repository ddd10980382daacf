import { z } from "zod";
import { announce } from "../../../platform/outbox/announce.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingMember } from "../../identity/index.ts";
import { Conversation } from "../models/conversation.ts";
import { Participant } from "../models/participant.ts";
import { tellUnreadLater } from "../unread/tell-unread.ts";
import { countUnread } from "./count-unread.ts";
import { participantIds, readParticipation } from "./participants.ts";

export const readConversation = operation({
  summary: "Marks the messages of a conversation as read by the member, up to one; what was read stays read.",
  input: z.strictObject({
    id: z.uuid(),
    /** The number of the last message the member has seen; all of them when not given. */
    seq: z.int().min(0).optional(),
  }),
  output: z.object({
    readSeq: z.int(),
    /** In all conversations that are not put away. */
    unread: z.int(),
  }),
  async run(scope, { id, seq }) {
    const memberId = callingMember(scope);
    const before = await readParticipation(scope, id, memberId);
    const [conversation] = await scope.read<Pick<Conversation, "lastSeq">>`
      select last_seq from ${Conversation} c where id = ${id}`;
    const lastSeq = conversation?.lastSeq ?? 0;
    const readSeq = Math.max(before.readSeq, Math.min(seq ?? lastSeq, lastSeq));
    const moved = await scope
      .query(Participant)
      .where({ conversationId: id, memberId })
      .where("readSeq", "<", readSeq)
      .patch({ readSeq, deliveredSeq: Math.max(before.deliveredSeq, readSeq) });
    if (moved > 0) {
      const recipients = await participantIds(scope, id);
      if (readSeq < lastSeq) await tellUnreadLater(scope, id, [memberId]);
      await announce(scope, "conversation.read", { conversationId: id, memberId, seq: readSeq, recipients });
    }
    return { readSeq, unread: await countUnread(scope, memberId) };
  },
});
