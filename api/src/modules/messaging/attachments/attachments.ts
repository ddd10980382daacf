import { z } from "zod";
import { attachFile, discardFile } from "../../../platform/files/attach.ts";
import { StoredFile } from "../../../platform/files/stored-file.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { MessageAttachment } from "../models/message-attachment.ts";
import { attachmentPurpose } from "./attachment-purpose.ts";

/** A file that came with a message; `POST /api/v1/files/{fileId}/link` opens it for whoever reads the message. */
export const attachmentView = z.object({
  fileId: z.uuid(),
  name: z.string(),
  contentType: z.string(),
  bytes: z.int(),
});

/** Sends uploaded files with a message. Only the sender's own, and each once; others are not found. */
export async function attach(scope: Scope, messageId: string, fileIds: readonly string[]): Promise<void> {
  for (const [at, fileId] of fileIds.entries()) {
    await attachFile(scope, { fileId, purpose: attachmentPurpose.name, subjectId: messageId });
    await scope.query(MessageAttachment).insert({ messageId, position: at + 1, fileId });
  }
}

/** Gives up the files of a message that was deleted. */
export async function detach(scope: Scope, messageId: string): Promise<void> {
  const gone = await scope.query(MessageAttachment).where({ messageId }).delete().returning("*");
  for (const { fileId } of gone) await discardFile(scope, fileId);
}

/** The files of messages, by message. */
export async function readAttachments(
  scope: Scope,
  messageIds: readonly string[],
): Promise<ReadonlyMap<string, z.infer<typeof attachmentView>[]>> {
  const rows = await scope.read<z.infer<typeof attachmentView> & { messageId: string }>`
    select a.message_id, a.file_id, f.name, f.content_type, f.bytes
    from ${MessageAttachment} a join ${StoredFile} f on f.id = a.file_id
    where a.message_id = any(${messageIds}::uuid[]) and f.discarded_at is null
    order by a.message_id, a.position`;
  const byMessage = new Map<string, z.infer<typeof attachmentView>[]>();
  for (const { messageId, ...file } of rows)
    byMessage.set(messageId, [...(byMessage.get(messageId) ?? []), file]);
  return byMessage;
}
