import { TenantModel } from "../../../platform/scope/model.ts";

/** Something one person wrote in a conversation. */
export class Message extends TenantModel {
  static override tableName = "messages";

  declare conversationId: string;
  /** Its place in the conversation, from 1 without a gap. */
  declare seq: number;
  /** The number of the change that made it what it is. */
  declare change: number;
  /** Null when the site's team wrote it. */
  declare senderId: string | null;
  /** The same for every try of the sender's page to send it. */
  declare clientId: string;
  /** Opened by `openBody` alone. */
  declare bodySealed: string;
  /** The message it answers, in the same conversation. */
  declare replyToId: string | null;
  declare editedAt: Date | null;
  declare deletedAt: Date | null;
  /** Taken from sight by the site's team. */
  declare hiddenAt: Date | null;
}
