import { TenantModel } from "../../../platform/scope/model.ts";

/** What a message said before it was edited or deleted. */
export class MessageVersion extends TenantModel {
  static override tableName = "message_versions";
  static override timestamps = false;
  static override get idColumn(): string[] {
    return ["tenantId", "messageId", "version"];
  }

  declare messageId: string;
  /** From 1 for what it said at first. */
  declare version: number;
  declare bodySealed: string;
  declare replacedAt: Date;
}
