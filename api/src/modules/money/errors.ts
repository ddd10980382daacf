import { failuresOf, type ErrorDefinition } from "../../platform/errors.ts";

/** The ways money refuses. */
export const moneyErrors = {
  "money.balance_too_low": {
    kind: "PAYMENT_REQUIRED",
    message: "The balance does not cover this. Top it up, or choose a smaller amount.",
  },
  "money.transfer_conflict": {
    kind: "CONFLICT",
    message: "This movement of money was recorded before with another content. Nothing was moved now.",
  },
  "money.transfer_not_pending": {
    kind: "CONFLICT",
    message: "This amount is no longer reserved: it was paid or given back already.",
  },
  "money.transfer_reversed": {
    kind: "CONFLICT",
    message: "This was taken back already. Nothing was moved now.",
  },
  "money.already_paid": { kind: "CONFLICT", message: "This order is paid already. Reload to see it." },
  "money.no_gateway": {
    kind: "CONFLICT",
    message: "This site cannot take payments yet. Its team has to connect a payment gateway.",
  },
  "money.currency_not_supported": {
    kind: "BAD_REQUEST",
    message: "The payment gateway does not take {currency}. Choose another currency.",
  },
  "money.amount_too_small": {
    kind: "BAD_REQUEST",
    message: "The payment gateway takes payments from {minimum} {currency} (smallest units) on.",
  },
  "money.gateway_unavailable": {
    kind: "SERVICE_UNAVAILABLE",
    message: "The payment gateway does not answer at the moment. Nothing was charged. Try again shortly.",
  },
  "money.gateway_refused": {
    kind: "CONFLICT",
    message: "The payment gateway does not take this payment. Nothing was charged. Contact the site's team.",
  },
  "money.return_url_not_allowed": {
    kind: "BAD_REQUEST",
    message: "After paying, people can only return to the website they came from.",
  },
  "money.return_code_invalid": {
    kind: "GONE",
    message: "This way back from the payment page was used or has expired. Open your orders instead.",
  },
  "money.payment_not_settled": {
    kind: "CONFLICT",
    message: "This payment has not been received, so there is nothing to refund.",
  },
  "money.refund_too_large": {
    kind: "CONFLICT",
    message: "At most {available} {currency} (smallest units) of this payment can still be refunded.",
  },
  "money.event_refused": {
    kind: "BAD_REQUEST",
    message:
      "This event was not signed by the gateway, or too long ago. Send it again with a fresh signature.",
  },
  "money.refund_not_failed": {
    kind: "CONFLICT",
    message: "Only a refund that failed can be tried again.",
  },
} as const satisfies Record<string, ErrorDefinition>;

export const failure = failuresOf(moneyErrors);
