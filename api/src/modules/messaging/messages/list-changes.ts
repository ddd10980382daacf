import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingMember } from "../../identity/index.ts";
import { readParticipation } from "../conversations/participants.ts";
import { Message } from "../models/message.ts";
import { messageView, presentMessages, type ShownMessage } from "./message-view.ts";

/** A page that was away for long gets this many at once. */
const MOST_AT_ONCE = 500;

export const listChanges = operation({
  summary:
    "Lists what a page missed in a conversation: every message sent, edited or deleted after the change it knows last, in that order, 500 at most.",
  input: z.strictObject({
    conversationId: z.uuid(),
    /** The highest `change` the page has seen; 0 for none. */
    since: z.int().min(0),
  }),
  output: z.object({
    items: z.array(messageView),
    /** There are more: ask again since the last one's change. */
    hasMore: z.boolean(),
  }),
  async run(scope, { conversationId, since }) {
    const { joinedSeq } = await readParticipation(scope, conversationId, callingMember(scope));
    const rows = await scope.read<ShownMessage>`
      select * from ${Message} m
      where conversation_id = ${conversationId} and change > ${since} and seq > ${joinedSeq}
      order by change limit ${MOST_AT_ONCE + 1}`;
    const items = await presentMessages(scope, rows.slice(0, MOST_AT_ONCE), () => joinedSeq);
    return { items, hasMore: rows.length > MOST_AT_ONCE };
  },
});
