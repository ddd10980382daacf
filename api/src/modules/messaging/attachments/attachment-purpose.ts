import { type FilePurpose } from "../../../platform/module.ts";
import { memberIdOf } from "../../../platform/scope/actor.ts";
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
    const [readable] = await scope.read`
      select 1 as found from ${Message} m
      join ${Participant} p on p.conversation_id = m.conversation_id and m.seq > p.joined_seq
      where m.id = ${subjectId} and m.deleted_at is null and m.hidden_at is null
        and p.member_id = ${memberIdOf(scope.actor)} and p.left_at is null`;
    return readable !== undefined;
  },
};
