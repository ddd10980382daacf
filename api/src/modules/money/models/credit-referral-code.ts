import { TenantModel } from "../../../platform/scope/model.ts";

/** The code by which a member brings others. */
export class CreditReferralCode extends TenantModel {
  static override tableName = "credit_referral_codes";
  static override get idColumn(): string[] {
    return ["tenantId", "memberId"];
  }
  static override timestamps = false;

  declare memberId: string;
  declare code: string;
}
