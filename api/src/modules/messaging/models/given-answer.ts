import { TenantModel } from "../../../platform/scope/model.ts";

/** One time a member answered what was written to them. */
export class GivenAnswer extends TenantModel {
  static override tableName = "message_answers";
  static override get idColumn(): string[] {
    return ["tenantId", "conversationId", "memberId", "askedAt"];
  }

  declare conversationId: string;
  declare memberId: string;
  /** When the first message came that they had not answered. */
  declare askedAt: Date;
  declare answeredAt: Date;
}
