import { TenantModel } from "../../../platform/scope/model.ts";

/** Credits the team gave or took; its id is that of the transfer. */
export class CreditGrant extends TenantModel {
  static override tableName = "credit_grants";

  declare memberId: string;
  /** Below zero when they were taken. */
  declare credits: number;
  declare reason: string;
}
