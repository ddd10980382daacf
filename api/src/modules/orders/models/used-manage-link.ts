import { TenantModel } from "../../../platform/scope/model.ts";

/** A link out of a mail that has done what it is for. */
export class UsedManageLink extends TenantModel {
  static override tableName = "used_manage_links";
  static override timestamps = false;

  declare bookingId: string;
  declare usedAt: Date;
}
