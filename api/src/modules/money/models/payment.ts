import { TenantModel } from "../../../platform/scope/model.ts";
import { type PaymentStatus } from "../rules/payment-status.ts";

/** One payment of one order through a gateway: what is true there. Where its money is stands in the ledger. */
export class Payment extends TenantModel {
  static override tableName = "payments";

  declare orderId: string;
  declare payerMemberId: string | null;
  declare payerVisitorId: string | null;
  /** The members who earn by it, who may see it as well. */
  declare payeeIds: string[];
  declare amountMinor: number;
  declare currency: string;
  declare description: string;
  declare locale: string;
  declare returnUrl: string;
  /** What the payer held in their hands when they went to pay. */
  declare device: "desktop" | "phone";
  /** Wall clock; until then the code in the way back identifies the order once. */
  declare returnCodeUntil: Date;
  declare returnedAt: Date | null;
  declare gateway: string;
  declare connectionId: string;
  /** Wall clock, which is all a gateway knows. */
  declare checkoutClosesAt: Date;
  /** Null while the command was stored and no answer is known. */
  declare checkoutId: string | null;
  declare checkoutUrl: string | null;
  declare gatewayPaymentId: string | null;
  declare status: PaymentStatus;
  /** The order was paid by another payment before. */
  declare isDuplicate: boolean;
  declare capturedMinor: number | null;
  declare capturedCurrency: string | null;
  declare capturedAt: Date | null;
  declare declinedAt: Date | null;
  declare expiredAt: Date | null;
  /** What of it went back, as far as single refunds are known. */
  declare refundedMinor: number;
  /** The highest total of refunds the gateway has spoken of. */
  declare reportedRefundsMinor: number;
  /** Business time; the checkout is closed then. */
  declare expiresAt: Date;
}
