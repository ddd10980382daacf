import { TenantModel } from "../../../platform/scope/model.ts";

/** A payment the payer's bank takes back. */
export class PaymentDispute extends TenantModel {
  static override tableName = "payment_disputes";

  declare paymentId: string;
  declare gatewayDisputeId: string;
  declare amountMinor: number;
  declare currency: string;
  declare state: "open" | "won" | "lost";
}
