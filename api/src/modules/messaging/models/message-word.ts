import { TenantModel } from "../../../platform/scope/model.ts";

/** A word of a message, as a number made with the tenant's key: what is in the message cannot be read off it. */
export class MessageWord extends TenantModel {
  static override tableName = "message_words";
  static override timestamps = false;
  static override get idColumn(): string[] {
    return ["tenantId", "conversationId", "word", "seq"];
  }

  declare conversationId: string;
  declare word: string;
  declare seq: number;
}
