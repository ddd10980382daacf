import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { changeMessage, lockOwnMessage } from "./change-message.ts";
import { messageView, presentMessage } from "./message-view.ts";

export const deleteMessage = operation({
  summary:
    "Deletes a message of the member's own. Its place stays, without text; what it said is kept for whoever has to judge a report.",
  input: z.strictObject({ id: z.uuid() }),
  output: messageView,
  async run(scope, { id }) {
    const own = await lockOwnMessage(scope, id);
    if (own.message.deletedAt !== null) return presentMessage(scope, own.message);
    return presentMessage(scope, await changeMessage(scope, own, null));
  },
});
