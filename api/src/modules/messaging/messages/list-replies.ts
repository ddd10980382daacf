import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../../platform/rpc/paging.ts";
import { callingMember } from "../../identity/index.ts";
import { readParticipation } from "../conversations/participants.ts";
import { Message } from "../models/message.ts";
import { messageView, presentMessages, type ShownMessage } from "./message-view.ts";

export const listReplies = operation({
  summary: "Lists the answers to a message, oldest first.",
  input: z.strictObject({ ...pageInput, messageId: z.uuid() }),
  output: pageOf(messageView),
  async run(scope, { messageId, limit, cursor }) {
    const [answered] = await scope.read<ShownMessage>`select * from ${Message} m where id = ${messageId}`;
    if (!answered) throw notFound();
    const { joinedSeq } = await readParticipation(scope, answered.conversationId, callingMember(scope));
    if (answered.seq <= joinedSeq) throw notFound();
    const [after] = cursor === undefined ? [0] : decodeCursor(scope.tenant, cursor, ["integer"]);
    const rows = await scope.read<ShownMessage>`
      select * from ${Message} m 
      where conversation_id = ${answered.conversationId} and reply_to_id = ${messageId} and seq > ${after}
      order by seq limit ${limit + 1}`;
    const page = toPage(scope.tenant, rows, limit, { position: ({ seq }) => [seq], present: (row) => row });
    return { ...page, items: await presentMessages(scope, page.items, () => joinedSeq) };
  },
});
