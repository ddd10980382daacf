import { TenantModel } from "../../../platform/scope/model.ts";

/** One member wants to have nothing to do with another. It works both ways; only the blocker knows of it. */
export class MemberBlock extends TenantModel {
  static override tableName = "member_blocks";

  declare blockerId: string;
  declare blockedId: string;
}
