import { TenantModel } from "../../../platform/scope/model.ts";

/** The price of somebody's offer as last announced, from which the lowest one follows. */
export class OfferPrice extends TenantModel {
  static override tableName = "profile_offer_prices";
  static override get idColumn(): string[] {
    return ["tenantId", "offerId"];
  }

  declare offerId: string;
  declare memberId: string;
  declare amountMinor: number;
  declare currency: string;
  declare isActive: boolean;
  /** Of the offer; an older announcement changes nothing. */
  declare version: number;
}
