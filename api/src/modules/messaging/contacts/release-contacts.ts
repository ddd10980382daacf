import { z } from "zod";
import { job } from "../../../platform/jobs/job.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { sharedConversations } from "../conversations/participants.ts";

/** Shows two people each other's contacts from their first paid order on, also in what they wrote before. */
export const releaseContacts = job({
  name: "messaging.release_contacts",
  on: ["order.confirmed"],
  payload: z.object({ buyerId: z.uuid(), sellerId: z.uuid(), amountMinor: z.int() }),
  async run(scope, { buyerId, sellerId, amountMinor }) {
    if (amountMinor === 0) return;
    const [lowId = "", highId = ""] = [buyerId, sellerId].toSorted();
    const released = await scope.sql`
      insert into contact_releases (tenant_id, low_id, high_id, released_at)
      values (${scope.tenant.id}, ${lowId}, ${highId}, ${scope.now})
      on conflict do nothing returning low_id`;
    if (released.length === 0) return;
    for (const conversationId of await sharedConversations(scope, lowId, highId))
      await announce(scope, "conversation.changed", { conversationId, recipients: [lowId, highId] });
  },
});
