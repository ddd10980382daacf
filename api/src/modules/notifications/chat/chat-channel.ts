import { findChat } from "../../../platform/providers/chat-hooks/for-tenant.ts";
import { HookGone } from "../../../platform/providers/chat-hooks/port.ts";
import { Refused, type SendingChannel } from "../deliveries/channel.ts";
import { teamNewsCalled } from "./team-news.ts";

/** Posts into the chats of the site's team. */
export const chatChannel: SendingChannel = {
  async write(scope, { name, targetId, fact }) {
    const chat = targetId === null ? null : await findChat(scope, targetId);
    const post = chat && (await teamNewsCalled(name)?.write(scope, fact));
    if (!post) return "dropped";
    return async ({ signal }) => {
      try {
        await chat.provider.post(post, { signal });
      } catch (refusal) {
        if (refusal instanceof HookGone) throw new Refused(refusal.message);
        throw refusal;
      }
    };
  },
  // The team is told by the task that every failure opens; the connection is theirs to mend.
  refused: async () => {},
};
