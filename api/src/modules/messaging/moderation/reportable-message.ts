import { type Reportable } from "../../../platform/module.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { openBody } from "../messages/body.ts";
import { MessageVersion } from "../models/message-version.ts";
import { Message } from "../models/message.ts";
import { Participant } from "../models/participant.ts";
import { setHidden } from "./set-hidden.ts";

/** Messages can be reported by those they were written to; what they said before counts too. Moderators take them from sight and bring them back. */
export const reportableMessage: Reportable = {
  kind: "message",
  async snapshot(scope, id, reporterId) {
    const [message] = await scope.read<Message>`select * from ${Message} m where id = ${id}`;
    if (!message || (reporterId !== null && !(await wasWrittenTo(scope, message, reporterId)))) return null;
    // The team judges reports, and none is about what it wrote itself.
    if (message.senderId === null) return null;
    const { senderId, conversationId, seq, deletedAt, createdAt } = message;
    const earlier = await scope.read<MessageVersion>`
      select * from ${MessageVersion} v where message_id = ${id} order by version`;
    const content = {
      conversationId,
      seq,
      text: deletedAt === null ? openBody(scope.tenant, message) : null,
      earlierTexts: earlier.map(({ bodySealed }) => openBody(scope.tenant, { id, bodySealed })),
      sentAt: createdAt.toISOString(),
    };
    return { authorId: senderId, content };
  },
  hide: (scope, id) => setHidden(scope, id, true),
  restore: (scope, id) => setHidden(scope, id, false),
};

async function wasWrittenTo(
  scope: Scope,
  { conversationId, seq, hiddenAt }: Message,
  memberId: string,
): Promise<boolean> {
  const [reader] = await scope.read`
    select 1 as found from ${Participant} p
    where conversation_id = ${conversationId} and member_id = ${memberId} and joined_seq < ${seq}
      and left_at is null`;
  return reader !== undefined && hiddenAt === null;
}
