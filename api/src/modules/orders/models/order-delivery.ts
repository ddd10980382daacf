import { TenantModel } from "../../../platform/scope/model.ts";

/** What was delivered once, and what the buyer wanted changed in it. */
export class OrderDelivery extends TenantModel {
  static override tableName = "order_deliveries";

  declare orderId: string;
  /** From 1. */
  declare number: number;
  /** Null once its writer was erased. */
  declare message: string | null;
  /** What the buyer wanted changed; null when nothing, or once they were erased. */
  declare changes: string | null;
  declare changesAskedAt: Date | null;
}
