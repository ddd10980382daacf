import { TenantModel } from "../../../platform/scope/model.ts";

/** Why money goes back. */
export type RefundReason =
  | "cancelled"
  | "dispute"
  | "goodwill"
  | "duplicate"
  | "flagged"
  | "gateway"
  | "retry";

/** Money on its way back to a payer. */
export class Refund extends TenantModel {
  static override tableName = "refunds";

  declare paymentId: string;
  declare amountMinor: number;
  declare currency: string;
  declare reason: RefundReason;
  /** `gateway`: made by somebody in the gateway's own dashboard. */
  declare origin: "house" | "gateway";
  /** `requested`: the command is stored; `pending`: the gateway has taken it. */
  declare state: "requested" | "pending" | "succeeded" | "failed";
  /** The refund that tries again what failed here. */
  declare retriedBy: string | null;
  declare gatewayRefundId: string | null;
  /** The ledger says that the gateway has paid it out. */
  declare isSettled: boolean;
}
