import { type StaffRole } from "../../../platform/scope/actor.ts";
import { TenantModel } from "../../../platform/scope/model.ts";

/** What an account may do in a live tenant and its sandbox. */
export class Membership extends TenantModel {
  static override tableName = "memberships";
  static override get idColumn() {
    return ["tenantId", "accountId"];
  }

  declare accountId: string;
  declare staffRole: StaffRole;
  declare granted: string[];
  declare denied: string[];
}
