import { type PersonalData } from "../../platform/module.ts";
import { openBody } from "./messages/body.ts";
import { Message } from "./models/message.ts";
import { MemberResponses } from "./models/member-responses.ts";
import { GivenAnswer } from "./models/given-answer.ts";
import { Presence } from "./models/presence.ts";

/** What conversations hold about a member: what they wrote. */
export const personalData: PersonalData = {
  async export(scope, memberId) {
    const rows = await scope.read<Message>`
      select * from ${Message} m where sender_id = ${memberId} and deleted_at is null order by created_at, seq`;
    const messages = rows.map((row) => ({
      conversationId: row.conversationId,
      text: openBody(scope.tenant, row),
      sentAt: row.createdAt,
    }));
    return { messages };
  },
  async erase(scope, memberId) {
    // The others keep the thread: each message stays in its place, without what it said.
    await scope
      .query(Message)
      .where({ senderId: memberId })
      .whereNull("deletedAt")
      .patch({ bodySealed: "", deletedAt: scope.now });
    await scope.query(MemberResponses).where({ memberId }).delete();
    await scope.query(GivenAnswer).where({ memberId }).delete();
    await scope.query(Presence).where({ memberId }).delete();
    await scope.sql`
      delete from message_words w using messages m
      where w.tenant_id = ${scope.tenant.id} and m.tenant_id = ${scope.tenant.id} and m.sender_id = ${memberId}
        and w.conversation_id = m.conversation_id and w.seq = m.seq`;
    await scope.sql`
      delete from message_versions v
      where tenant_id = ${scope.tenant.id}
        and message_id in (select id from ${Message} m where sender_id = ${memberId})`;
  },
  blockers: async () => [],
  retentionDays: {},
};
