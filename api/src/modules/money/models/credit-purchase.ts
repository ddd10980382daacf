import { TenantModel } from "../../../platform/scope/model.ts";

/** A package of credits somebody buys; its id is what its payments know as their order. */
export class CreditPurchase extends TenantModel {
  static override tableName = "credit_purchases";

  declare memberId: string;
  declare packageId: string;
  declare credits: number;
  declare amountMinor: number;
  declare currency: string;
  /** Null until it is paid. */
  declare creditedAt: Date | null;
}
