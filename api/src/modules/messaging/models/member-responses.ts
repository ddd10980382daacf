import { TenantModel } from "../../../platform/scope/model.ts";

/** How a member has answered those who wrote to them. */
export class MemberResponses extends TenantModel {
  static override tableName = "member_responses";
  static override get idColumn(): string[] {
    return ["tenantId", "memberId"];
  }

  declare memberId: string;
  /** Times they answered within a day. */
  declare answered: number;
  /** Times it took them longer. */
  declare late: number;
  /** What the answers within a day took in all. */
  declare seconds: number;
}
