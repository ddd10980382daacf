import { TenantModel } from "../../../platform/scope/model.ts";

/** What a member has one of. */
export class Sample extends TenantModel {
  static override tableName = "samples";

  declare memberId: string;
  declare note: string;
}
