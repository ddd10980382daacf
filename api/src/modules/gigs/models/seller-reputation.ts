import { TenantModel } from "../../../platform/scope/model.ts";
import { type SellerRecord } from "../rules/reputation.ts";

/** How a seller stands by the rules of the site, as it was last worked out. */
export class SellerReputation extends TenantModel {
  static override tableName = "seller_reputations";
  static override jsonAttributes = ["record"];
  static override get idColumn(): string[] {
    return ["tenantId", "memberId"];
  }

  declare memberId: string;
  /** Null below the first. */
  declare level: string | null;
  /** Names of badges, in their order. */
  declare badges: string[];
  /** From 0 to 100; null while no order has ended. */
  declare score: number | null;
  declare record: SellerRecord;
  /** How often the level changed. */
  declare version: number;
  declare workedOutAt: Date;
}
