import { TenantModel } from "../../../platform/scope/model.ts";
import { type Tier } from "../rules/tiers.ts";

/** One of the up to three ways in which a gig is sold. */
export class GigPackage extends TenantModel {
  static override tableName = "gig_packages";

  declare gigId: string;
  declare tier: Tier;
  declare title: string;
  declare description: string;
  /** In the currency of its gig. */
  declare amountMinor: number;
  declare deliveryDays: number;
  /** How often the buyer may ask for changes; null for as often as they like. */
  declare revisions: number | null;
  declare features: string[];
}
