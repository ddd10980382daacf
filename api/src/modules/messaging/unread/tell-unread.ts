import { z } from "zod";
import { announce } from "../../../platform/outbox/announce.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { minutes, plus } from "../../../platform/time.ts";
import { setTimer, timer } from "../../../platform/timers/timer.ts";
import { Presence } from "../models/presence.ts";
import { messagingOf } from "../settings.ts";
import { readUnread } from "./read-unread.ts";

const name = "messaging.tell_unread";

/** Sees to it that members are told of messages in a conversation that they have still not read a while after a moment. */
export async function tellUnreadLater(
  scope: Scope,
  conversationId: string,
  memberIds: readonly string[],
  since: Date = scope.now,
): Promise<void> {
  const dueAt = plus(since, minutes(messagingOf(scope.tenant).unreadNoticeMinutes));
  for (const memberId of memberIds)
    await setTimer(scope, { name, subjectId: conversationId, key: memberId, dueAt, payload: { memberId } });
}

/** Tells a member who is not at the page of what waits in a conversation: once until they read it. */
export const tellUnread = timer({
  name,
  payload: z.object({ memberId: z.uuid() }),
  async run(scope, { subjectId: conversationId, payload: { memberId } }) {
    const unread = await readUnread(scope, conversationId, memberId);
    if (!unread) return;
    const { readSeq, oldestAt } = unread;
    const isOld = plus(oldestAt, minutes(messagingOf(scope.tenant).unreadNoticeMinutes)) <= scope.now;
    // What came after they read something waits its own while; who is at the page sees it there, and may leave without having read it.
    if (!isOld) await tellUnreadLater(scope, conversationId, [memberId], oldestAt);
    else if (await isOnline(scope, memberId)) await tellUnreadLater(scope, conversationId, [memberId]);
    else await announce(scope, "conversation.unread", { conversationId, memberId, readSeq });
  },
});

async function isOnline(scope: Scope, memberId: string): Promise<boolean> {
  const presence = await scope.query(Presence).findOne({ memberId });
  return presence?.state === "online";
}
