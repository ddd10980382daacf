import { toDecimal } from "../src/platform/providers/payments/decimal.ts";

/** The money of an order. */
export interface Capture {
  readonly id: string;
  readonly amountMinor: number;
  status: "COMPLETED" | "DECLINED" | "REFUNDED" | "PARTIALLY_REFUNDED";
}

/** Money sent back. */
export interface Refund {
  readonly id: string;
  readonly amountMinor: number;
  readonly customId: string | undefined;
  status: "COMPLETED" | "PENDING" | "FAILED";
}

/** An order as PayPal keeps it. */
export interface Order {
  readonly id: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly returnUrl: string;
  customId: string;
  status: "PAYER_ACTION_REQUIRED" | "APPROVED" | "COMPLETED";
  /** What will be captured, by a fault another amount than asked for. */
  toCapture: number;
  readonly captures: Capture[];
  readonly refunds: Refund[];
}

/** A request PayPal refuses. */
export class Refusal extends Error {
  readonly status: number;
  readonly issue: string;
  constructor(status: number, issue: string, message: string) {
    super(message);
    this.status = status;
    this.issue = issue;
  }
}

/** A request PayPal understands and does not do. */
export const unprocessable = (issue: string) =>
  new Refusal(422, issue, "The requested action could not be performed.");

/** What an order is asked for with. */
export interface AskedOrder {
  readonly purchase_units?: readonly {
    readonly custom_id?: string;
    readonly amount?: { readonly currency_code: string; readonly value: string };
  }[];
  readonly payment_source?: {
    readonly paypal?: { readonly experience_context?: { readonly return_url?: string } };
  };
}

/** An order as PayPal answers it. */
export function presentOrder(url: string, order: Order): object {
  const { id, status, currency, amountMinor, customId, captures, refunds } = order;
  return {
    id,
    intent: "CAPTURE",
    status,
    purchase_units: [
      {
        reference_id: "default",
        custom_id: customId,
        amount: { currency_code: currency, value: toDecimal(amountMinor, currency) },
        ...(captures.length > 0 && {
          payments: {
            captures: captures.map((capture) => presentCapture(order, capture)),
            ...(refunds.length > 0 && {
              refunds: refunds.map((refund) => presentRefund(url, order, refund)),
            }),
          },
        }),
      },
    ],
    links: [
      { rel: "self", href: `${url}/v2/checkout/orders/${id}`, method: "GET" },
      { rel: "payer-action", href: `${url}/checkoutnow/${id}`, method: "GET" },
    ],
  };
}

/** A capture as PayPal answers it. */
export function presentCapture({ currency, customId }: Order, { id, amountMinor, status }: Capture): object {
  const amount = { currency_code: currency, value: toDecimal(amountMinor, currency) };
  return { id, status, amount, final_capture: true, custom_id: customId };
}

/** A refund as PayPal answers it. */
export function presentRefund(
  url: string,
  { currency, captures }: Order,
  { id, amountMinor, customId, status }: Refund,
): object {
  const taken = captures.find((capture) => capture.status !== "DECLINED")!;
  return {
    id,
    status,
    amount: { currency_code: currency, value: toDecimal(amountMinor, currency) },
    ...(customId && { custom_id: customId }),
    links: [{ rel: "up", href: `${url}/v2/payments/captures/${taken.id}`, method: "GET" }],
  };
}
