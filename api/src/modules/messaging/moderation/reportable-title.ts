import { audit } from "../../../platform/audit/record.ts";
import { type Reportable } from "../../../platform/module.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { Conversation } from "../models/conversation.ts";
import { Participant } from "../models/participant.ts";
import { announceChange } from "../participants/tell-of-change.ts";

/** The title of a group can be reported by its people, by the group's id; while moderators hide it, the group is called by its people. */
export const reportableTitle: Reportable = {
  kind: "group_title",
  async snapshot(scope, id, reporterId) {
    const [group] = await scope.read<Conversation>`select * from ${Conversation} c where id = ${id}`;
    if (!group?.title || group.keeperId === null) return null;
    const isShown =
      reporterId === null || (group.titleHiddenAt === null && (await isIn(scope, id, reporterId)));
    return isShown ? { authorId: group.keeperId, content: { title: group.title } } : null;
  },
  hide: (scope, id) => setHidden(scope, id, true),
  restore: (scope, id) => setHidden(scope, id, false),
};

async function setHidden(scope: Scope, id: string, isHidden: boolean): Promise<void> {
  const group = await scope.query(Conversation).findOne({ id }).forUpdate();
  if (!group?.title || (group.titleHiddenAt !== null) === isHidden) return;
  await scope
    .query(Conversation)
    .where({ id })
    .patch({ titleHiddenAt: isHidden ? scope.now : null });
  await announceChange(scope, id);
  await audit(scope, {
    action: isHidden ? "messaging.hide_title" : "messaging.restore_title",
    entity: { kind: "conversation", id },
    before: { isHidden: !isHidden },
    after: { isHidden },
  });
}

async function isIn(scope: Scope, conversationId: string, memberId: string): Promise<boolean> {
  const [found] = await scope.read`
    select 1 as found from ${Participant} p
    where conversation_id = ${conversationId} and member_id = ${memberId} and left_at is null`;
  return found !== undefined;
}
