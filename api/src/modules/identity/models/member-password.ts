import { TenantModel } from "../../../platform/scope/model.ts";

/** The password of a member, if there is one. */
export class MemberPassword extends TenantModel {
  static override tableName = "member_passwords";
  static override timestamps = false;
  static override get idColumn() {
    return ["tenantId", "memberId"];
  }

  declare memberId: string;
  declare hash: string;
  declare changedAt: Date;
}
