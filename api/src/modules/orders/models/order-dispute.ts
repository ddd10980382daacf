import { TenantModel } from "../../../platform/scope/model.ts";
import { type Side } from "./order.ts";

/** What the sides of an order said when one of them objected, and how it ended. */
export class OrderDispute extends TenantModel {
  static override tableName = "order_disputes";
  static override timestamps = false;

  declare orderId: string;
  /** The operator's stand for the buyer's bank as well. */
  declare openedBy: Side | "operator";
  declare reason: string | null;
  declare reply: string | null;
  declare outcome: "withdrawn" | "conceded" | "ruled" | null;
  declare ruling: string | null;
  declare openedAt: Date;
  declare repliedAt: Date | null;
  declare closedAt: Date | null;
}
