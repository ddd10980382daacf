import { TenantModel } from "../../../platform/scope/model.ts";

/** A file that came with a message. */
export class MessageAttachment extends TenantModel {
  static override tableName = "message_attachments";
  static override get idColumn(): string[] {
    return ["tenantId", "messageId", "position"];
  }

  declare messageId: string;
  /** From 1, in the order in which the sender put them. */
  declare position: number;
  declare fileId: string;
}
