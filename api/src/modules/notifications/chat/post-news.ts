import { derivedId } from "../../../platform/ids.ts";
import { type Job, job } from "../../../platform/jobs/job.ts";
import { chatsOf } from "../../../platform/providers/chat-hooks/for-tenant.ts";
import { queueDelivery } from "../deliveries/queue-delivery.ts";
import { forgetLater } from "../forget.ts";
import { teamNews } from "./team-news.ts";

/** Queues news for every chat of the team that wants it. */
export const postNewsJobs: readonly Job[] = teamNews.map(({ name, fact: schema }) =>
  job({
    name: `notifications.post_${name.replace(".", "_")}`,
    on: [name],
    payload: schema,
    async run(scope, fact) {
      for (const { connectionId, news } of await chatsOf(scope)) {
        if (!news.includes(name)) continue;
        const once = Object.values(schema.parse(fact)).map(String);
        const id = derivedId(scope.tenant.id, "chat", name, connectionId, ...once);
        await queueDelivery(scope, {
          id,
          channel: "chat",
          memberId: null,
          targetId: connectionId,
          name,
          fact,
        });
        await forgetLater(scope);
      }
    },
  }),
);
