import { z } from "zod";
import { announce } from "../../../platform/outbox/announce.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingMember } from "../../identity/index.ts";
import { Notification } from "../models/notification.ts";
import { countUnread } from "./count-unread.ts";

export const markRead = operation({
  summary: "Marks news of the member as read: those named, or all. Ids of others change nothing.",
  input: z.strictObject({ ids: z.array(z.uuid()).min(1).max(100).optional() }),
  output: z.object({ unread: z.int() }),
  async run(scope, { ids }) {
    const memberId = callingMember(scope);
    const unread = scope.query(Notification).where({ memberId }).whereNull("readAt");
    if (ids !== undefined) unread.whereIn("id", ids);
    const marked = await unread.patch({ readAt: scope.now });
    if (marked > 0) await announce(scope, "notification.read", { memberId });
    return { unread: await countUnread(scope, memberId) };
  },
});
