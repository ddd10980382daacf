import { TenantModel } from "../../../platform/scope/model.ts";

/** What a teacher has done so far. */
export class CreditStanding extends TenantModel {
  static override tableName = "credit_standings";
  static override get idColumn(): string[] {
    return ["tenantId", "memberId"];
  }
  static override timestamps = false;

  declare memberId: string;
  declare givenSessions: number;
}
