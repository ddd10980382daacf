import { z } from "zod";
import { type GatewayFact } from "../port.ts";
import { idOfTradeNumber } from "../trade-number.ts";

const transaction = z.object({
  appid: z.string().optional(),
  mchid: z.string().optional(),
  out_trade_no: z.string(),
  /** Only once money moved. */
  transaction_id: z.string().optional(),
  trade_state: z.enum(["SUCCESS", "REFUND", "NOTPAY", "CLOSED", "REVOKED", "USERPAYING", "PAYERROR"]),
  amount: z.object({ total: z.int(), currency: z.string().default("CNY") }).optional(),
});

const states = {
  SUCCESS: "paid",
  REFUND: "paid",
  NOTPAY: "open",
  USERPAYING: "open",
  // One attempt went wrong; the code can be scanned again.
  PAYERROR: "declined",
  CLOSED: "expired",
  REVOKED: "expired",
} as const;

/** What a transaction says of its payment. */
export function transactionFact(answer: unknown): GatewayFact {
  const { out_trade_no, transaction_id, trade_state, amount } = transaction.parse(answer);
  return {
    about: "payment",
    paymentId: idOfTradeNumber(out_trade_no),
    checkoutId: out_trade_no,
    gatewayPaymentId: transaction_id || null,
    state: states[trade_state],
    amountMinor: amount?.total ?? 0,
    currency: amount?.currency ?? "CNY",
  };
}

const refund = z.object({
  refund_id: z.string(),
  out_refund_no: z.string(),
  transaction_id: z.string(),
  out_trade_no: z.string(),
  /** In answers. */
  status: z.string().optional(),
  /** In notifications. */
  refund_status: z.string().optional(),
  amount: z.object({ refund: z.int(), currency: z.string().default("CNY") }),
});

/** How a refund goes. */
export function refundFact(answer: unknown): GatewayFact {
  const { refund_id, out_refund_no, transaction_id, out_trade_no, ...read } = refund.parse(answer);
  const status = read.status ?? read.refund_status;
  return {
    about: "refund",
    paymentId: idOfTradeNumber(out_trade_no),
    gatewayPaymentId: transaction_id,
    refundId: idOfTradeNumber(out_refund_no),
    gatewayRefundId: refund_id,
    // ABNORMAL: the payer's card is gone, and somebody has to send the money by hand.
    state: status === "SUCCESS" ? "succeeded" : status === "PROCESSING" ? "pending" : "failed",
    amountMinor: read.amount.refund,
    currency: read.amount.currency,
  };
}

/** What WeChat Pay sends, its resource still sealed. */
export const notification = z.object({
  id: z.string().min(1).max(200),
  event_type: z.string(),
  resource: z.object({
    algorithm: z.literal("AEAD_AES_256_GCM"),
    ciphertext: z.string(),
    nonce: z.string(),
    associated_data: z.string().default(""),
  }),
});

/** Whose a resource is. */
export const ownership = z.object({ mchid: z.string(), appid: z.string().optional() });

/** What a notification's opened resource tells; nothing for those about other things. */
export function resourceFacts(type: string, resource: unknown): GatewayFact[] {
  if (type.startsWith("TRANSACTION.")) return [transactionFact(resource)];
  return type.startsWith("REFUND.") ? [refundFact(resource)] : [];
}
