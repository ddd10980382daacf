import { TenantModel } from "../../../platform/scope/model.ts";

/** One thing an order is made of. */
export class OrderLine extends TenantModel {
  static override tableName = "order_lines";
  static override get idColumn(): string[] {
    return ["tenantId", "orderId", "position"];
  }

  declare orderId: string;
  /** From 1, as shown. */
  declare position: number;
  declare title: string;
  declare quantity: number;
  /** Of the whole line; a discount is below zero. */
  declare amountMinor: number;
}
