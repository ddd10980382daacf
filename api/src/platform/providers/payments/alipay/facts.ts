import { z } from "zod";
import { fromDecimal } from "../decimal.ts";
import { type GatewayFact } from "../port.ts";
import { idOfTradeNumber } from "../trade-number.ts";

/** Alipay counts in yuan. */
const currency = "CNY";

const trade = z.object({
  out_trade_no: z.string(),
  trade_no: z.string(),
  trade_status: z.enum(["WAIT_BUYER_PAY", "TRADE_SUCCESS", "TRADE_FINISHED", "TRADE_CLOSED"]),
  total_amount: z.string(),
  /** Only once it was paid: a closed trade was refunded whole then, and never paid otherwise. */
  send_pay_date: z.string().optional(),
});

const stateOf = (status: z.infer<typeof trade>["trade_status"], wasPaid: boolean) => {
  if (status === "WAIT_BUYER_PAY") return "open";
  return status !== "TRADE_CLOSED" || wasPaid ? "paid" : "expired";
};

/** What a trade says of its payment. */
export function tradeFact(answer: unknown): GatewayFact {
  const { out_trade_no, trade_no, trade_status, total_amount, send_pay_date } = trade.parse(answer);
  return {
    about: "payment",
    paymentId: idOfTradeNumber(out_trade_no),
    checkoutId: out_trade_no,
    gatewayPaymentId: trade_no,
    state: stateOf(trade_status, send_pay_date !== undefined),
    amountMinor: fromDecimal(total_amount, currency),
    currency,
  };
}

const refund = z.object({
  trade_no: z.string(),
  refund_amount: z.string(),
  refund_status: z.string().optional(),
});

/** How one refund stands, as asked for by its number; none when Alipay has no such refund. */
export function refundFacts(answer: unknown, paymentId: string, requestNumber: string): GatewayFact[] {
  const read = refund.safeParse(answer);
  if (!read.success) return [];
  const { trade_no, refund_amount, refund_status } = read.data;
  return [
    {
      about: "refund",
      paymentId,
      gatewayPaymentId: trade_no,
      refundId: idOfTradeNumber(requestNumber),
      gatewayRefundId: requestNumber,
      state: refund_status === "REFUND_SUCCESS" ? "succeeded" : "pending",
      amountMinor: fromDecimal(refund_amount, currency),
      currency,
    },
  ];
}

/** What Alipay sends about a trade. */
export const notification = z.object({
  notify_id: z.string().min(1).max(200),
  notify_type: z.string(),
  notify_time: z.string(),
  app_id: z.string(),
  out_trade_no: z.string().optional(),
  trade_no: z.string().optional(),
  trade_status: z.string().optional(),
  total_amount: z.string().optional(),
  gmt_payment: z.string().optional(),
  /** Everything refunded so far. */
  refund_fee: z.string().optional(),
});

/** What a notification tells; nothing for those about other things. */
export function notificationFacts(sent: z.infer<typeof notification>): GatewayFact[] {
  const read = trade.safeParse({ ...sent, send_pay_date: sent.gmt_payment });
  if (!read.success) return [];
  const payment = tradeFact(read.data);
  const refunded = sent.refund_fee === undefined ? 0 : fromDecimal(sent.refund_fee, currency);
  if (refunded === 0) return [payment];
  const { paymentId, trade_no: gatewayPaymentId } = { paymentId: payment.paymentId, ...read.data };
  return [payment, { about: "refundedTotal", paymentId, gatewayPaymentId, amountMinor: refunded, currency }];
}
