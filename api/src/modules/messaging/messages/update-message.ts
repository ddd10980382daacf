import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { failure } from "../errors.ts";
import { openBody } from "./body.ts";
import { callingMember } from "../../identity/index.ts";
import { watchMessage } from "../moderation/watch-message.ts";
import { changeMessage, lockOwnMessage } from "./change-message.ts";
import { messageView, presentMessage } from "./message-view.ts";
import { messageText } from "./send-message.ts";

export const updateMessage = operation({
  summary:
    "Edits a message of the member's own. Everybody sees that it was edited; what it said before is kept.",
  input: z.strictObject({ id: z.uuid(), text: messageText }),
  output: messageView,
  async run(scope, { id, text }) {
    const own = await lockOwnMessage(scope, id);
    if (own.message.deletedAt !== null) throw failure("messaging.message_deleted");
    if (openBody(scope.tenant, own.message) === text) return presentMessage(scope, own.message);
    const changed = await changeMessage(scope, own, text);
    await watchMessage(scope, { id, senderId: callingMember(scope) }, text);
    return presentMessage(scope, changed);
  },
});
