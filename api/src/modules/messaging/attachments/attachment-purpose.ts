import { type FilePurpose } from "../../../platform/module.ts";
import { isAllowed, memberIdOf } from "../../../platform/scope/actor.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { contextOf } from "../conversations/subjects.ts";
import { Conversation } from "../models/conversation.ts";
import { Message } from "../models/message.ts";
import { Participant } from "../models/participant.ts";

/** What people may hand each other: at most 10 MB, and what is safe to keep. */
export const attachmentRules = {
  maxBytes: 10 * 1024 * 1024,
  accepts: [
    "application/pdf",
    "application/msword",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "image/jpeg",
    "image/png",
    "video/mp4",
    "application/zip",
  ],
} satisfies Partial<FilePurpose>;

/** Files in messages, read by whoever reads the message. */
export const attachmentPurpose: FilePurpose = {
  name: "messaging.attachment",
  access: { audience: "member", module: "chat" },
  ...attachmentRules,
  widths: [],
  async mayRead(scope, { subjectId }) {
    if (memberIdOf(scope.actor) === null) return isOpenToTeam(scope, subjectId);
    const [readable] = await scope.read`
      select 1 as found from ${Message} m
      join ${Participant} p on p.conversation_id = m.conversation_id and m.seq > p.joined_seq
      where m.id = ${subjectId} and m.deleted_at is null and m.hidden_at is null
        and p.member_id = ${memberIdOf(scope.actor)} and p.left_at is null`;
    return readable !== undefined;
  },
};

/** Whether the caller, of the team, reads the conversation that a message with a file stands in. */
async function isOpenToTeam(scope: Scope, messageId: string | null): Promise<boolean> {
  const [about] = await scope.read<Pick<Conversation, "subjectKind">>`
    select c.subject_kind from ${Message} m join ${Conversation} c on c.id = m.conversation_id
    where m.id = ${messageId} and m.deleted_at is null and m.hidden_at is null`;
  if (!about?.subjectKind) return false;
  const permission = contextOf(about.subjectKind)?.teamPermission;
  return permission !== undefined && isAllowed(scope.actor, permission);
}
