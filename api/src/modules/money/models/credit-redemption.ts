import { TenantModel } from "../../../platform/scope/model.ts";

/** A campaign a member redeemed; its id is that of the transfer. */
export class CreditRedemption extends TenantModel {
  static override tableName = "credit_redemptions";
  static override timestamps = false;

  declare campaignId: string;
  declare memberId: string;
  declare redeemedAt: Date;
}
