import { TenantModel } from "../../../platform/scope/model.ts";

/** A member who came by another member's code. */
export class CreditReferral extends TenantModel {
  static override tableName = "credit_referrals";
  static override get idColumn(): string[] {
    return ["tenantId", "referredId"];
  }
  static override timestamps = false;

  declare referredId: string;
  declare referrerId: string;
  declare claimedAt: Date;
  /** When the bonus was earned. */
  declare qualifiedAt: Date | null;
}
