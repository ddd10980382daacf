import { TenantModel } from "../../../platform/scope/model.ts";

/** One person of a conversation, and how it stands with them. */
export class Participant extends TenantModel {
  static override tableName = "conversation_participants";
  static override get idColumn(): string[] {
    return ["tenantId", "conversationId", "memberId"];
  }

  declare conversationId: string;
  declare memberId: string;
  /** Messages up to this number were sent before the person came. */
  declare joinedSeq: number;
  declare leftAt: Date | null;
  declare readSeq: number;
  declare deliveredSeq: number;
  declare pinnedAt: Date | null;
  declare archivedAt: Date | null;
  declare mutedAt: Date | null;
  /** When somebody first wrote what the person has not answered; null when they wrote last. */
  declare askedAt: Date | null;
}
