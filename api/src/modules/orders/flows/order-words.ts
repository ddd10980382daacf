import { z } from "zod";
import { wholeShare } from "../../../platform/money.ts";

// The words that all flows of orders share.

const side = z.enum(["client", "provider"]);
const reason = z.string().trim().min(1).max(2_000);

/** What gateways tell. */
export const paymentEvents = [
  // Money that belongs to this order has arrived. Told once per payment, however often the gateway repeats itself.
  "payment.captured",
  "payment.failed",
  // The payer's bank takes the money back.
  "payment.charged_back",
] as const;

/** What disputes do, and what is given back by hand. */
export const disputeEffects = {
  openDispute: z.strictObject({ by: z.enum(["client", "provider", "operator"]) }),
  answerDispute: z.strictObject({ by: side }),
  closeDispute: z.strictObject({ outcome: z.enum(["withdrawn", "conceded", "ruled"]) }),
  askOperator: z.strictObject({ about: z.enum(["dispute", "chargeback"]) }),
  // Refunds `amountMinor` of the input after the escrow is gone: from the provider's wallet, or as their debt.
  takeBack: z.strictObject({}),
};

/** What callers send along. */
export const orderInputs = {
  reason: z.strictObject({ reason: reason.optional() }),
  complaint: z.strictObject({ reason }),
  ruling: z.strictObject({ refundShare: z.int().min(0).max(wholeShare), reason }),
  amount: z.strictObject({ amountMinor: z.int().min(1), reason }),
};
