import { type Stripe } from "stripe";

/** A checkout. What Stripe says is typed by its library: a change of its interface that matters here does not compile. */
export type Session = Pick<
  Stripe.Checkout.Session,
  | "id"
  | "object"
  | "url"
  | "status"
  | "payment_status"
  | "amount_total"
  | "currency"
  | "expires_at"
  | "client_reference_id"
  | "livemode"
  | "mode"
> & { metadata: Stripe.Metadata; payment_intent: string | null };
/** The money of a checkout. */
export type Intent = Pick<
  Stripe.PaymentIntent,
  "id" | "object" | "amount" | "amount_received" | "currency" | "status" | "livemode"
> & {
  metadata: Stripe.Metadata;
};
/** Money sent back. */
export type Refund = Pick<Stripe.Refund, "id" | "object" | "amount" | "currency" | "status"> & {
  metadata: Stripe.Metadata;
  payment_intent: string;
};
/** Money a bank takes back. */
export type Dispute = Pick<Stripe.Dispute, "id" | "object" | "amount" | "currency" | "status"> & {
  payment_intent: string;
};

/** A form as Stripe is sent: flat names with brackets. */
export type Fields = Readonly<Record<string, string>>;

/** A request Stripe refuses, with the body it says so in. */
export class Refusal extends Error {
  readonly status: number;
  readonly error: object;
  constructor(status: number, type: string, details: { code?: string; message: string; param?: string }) {
    super(details.message);
    this.status = status;
    this.error = { type, ...details };
  }
}

// Stripe refuses parameters it does not know, and so does this.
const known =
  /^(mode|client_reference_id|success_url|cancel_url|expires_at|locale|metadata\[\w+\]|payment_intent_data\[(description|metadata\]\[\w+)\]|line_items\[0\]\[(quantity|price_data\]\[(currency|unit_amount|product_data\]\[name))\])$/;

/** Refuses a request that is wrong in itself. */
export const invalid = (code: string, message: string, param: string) =>
  new Refusal(400, "invalid_request_error", { code, message, param });

/** The metadata in a form. */
export function metadataIn(fields: Fields, prefix: string): Stripe.Metadata {
  const own = Object.entries(fields).filter(([name]) => name.startsWith(`${prefix}[`));
  return Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length + 1, -1), value]));
}

/** A list as Stripe answers it, of one payment. */
export const listOf = (rows: readonly { payment_intent: string }[], fields: Fields) => ({
  object: "list",
  has_more: false,
  data: rows.filter((row) => row.payment_intent === fields["payment_intent"]),
});

/** The amount of a checkout, whose parameters are those Stripe takes. */
export function checkedAmount(fields: Fields): number {
  for (const name of Object.keys(fields)) {
    if (!known.test(name)) throw invalid("parameter_unknown", `Received unknown parameter: ${name}`, name);
  }
  const amount = Number(fields["line_items[0][price_data][unit_amount]"]);
  if (!Number.isInteger(amount) || amount < 1)
    throw invalid("parameter_invalid_integer", "Invalid integer", "unit_amount");
  const inMinutes = (Number(fields["expires_at"]) * 1000 - Date.now()) / 60_000;
  if (!(inMinutes > 29.9 && inMinutes < 24 * 60)) {
    throw invalid(
      "parameter_invalid_integer",
      "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.",
      "expires_at",
    );
  }
  return amount;
}

/** The hosted page as far as a payer needs it. */
export const checkoutPage =
  '<!doctype html><title>Checkout</title><form method="post"><button name="card" value="paid">Pay</button></form>';

/** The charge behind a payment, as an event about refunds carries it. */
export const chargeOf = ({ id, currency, metadata }: Intent, refunded: number) => ({
  id: `ch_${id}`,
  object: "charge",
  amount_refunded: refunded,
  currency,
  metadata,
  payment_intent: id,
});

/** What Stripe says when it is in trouble itself. */
export const outage = JSON.stringify({ error: { type: "api_error", message: "An error occurred." } });
