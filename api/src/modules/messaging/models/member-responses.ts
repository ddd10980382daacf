import { TenantModel } from "../../../platform/scope/model.ts";

/** How a member has answered those who wrote to them in the last 90 days. */
export class MemberResponses extends TenantModel {
  static override tableName = "member_responses";
  static override get idColumn(): string[] {
    return ["tenantId", "memberId"];
  }

  declare memberId: string;
  /** Times somebody wrote and was answered, or has waited for a day and more. */
  declare asked: number;
  /** Those they answered within 24 hours. */
  declare answered: number;
  /** Half of their answers came as soon as this; null while there is none. */
  declare medianMinutes: number | null;
}
