import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../../platform/rpc/paging.ts";
import { callingMember } from "../../identity/index.ts";
import { readParticipation } from "../conversations/participants.ts";
import { Message } from "../models/message.ts";
import { messageView, presentMessages, type ShownMessage } from "./message-view.ts";

export const listMessages = operation({
  summary: "Lists the messages of a conversation, newest first.",
  input: z.strictObject({ ...pageInput, conversationId: z.uuid() }),
  output: pageOf(messageView),
  async run(scope, { conversationId, limit, cursor }) {
    const { joinedSeq } = await readParticipation(scope, conversationId, callingMember(scope));
    const [before] =
      cursor === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(scope.tenant, cursor, ["integer"]);
    const rows = await scope.read<ShownMessage>`
      select * from ${Message} m
      where conversation_id = ${conversationId} and seq < ${before} and seq > ${joinedSeq}
      order by seq desc limit ${limit + 1}`;
    const page = toPage(scope.tenant, rows, limit, { position: ({ seq }) => [seq], present: (row) => row });
    return { ...page, items: await presentMessages(scope, page.items, () => joinedSeq) };
  },
});
