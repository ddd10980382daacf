import { failuresOf, type ErrorDefinition } from "../../platform/errors.ts";

/** The ways money refuses. */
export const moneyErrors = {
  "money.balance_too_low": {
    kind: "PAYMENT_REQUIRED",
    message: "The balance does not cover this. Top it up, or choose a smaller amount.",
  },
  "money.credits_too_few": {
    kind: "PAYMENT_REQUIRED",
    message: "This costs {price} credits and you have {available}. Get more in your wallet, then book again.",
  },
  "money.no_credits_here": {
    kind: "BAD_REQUEST",
    message: "This site has no credits. Name a price in a currency such as EUR.",
  },
  "money.credit_price_too_high": {
    kind: "BAD_REQUEST",
    message:
      "A session costs {standardPrice} credits at most, or {fromPrice} to {toPrice} with a rating of {minRating} or more and {minSessions} sessions given.",
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
  "money.code_unknown": {
    kind: "NOT_FOUND",
    message: "There is no such code. Check how it is written.",
  },
  "money.own_code": { kind: "BAD_REQUEST", message: "This is your own code. Share it with somebody else." },
  "money.already_referred": {
    kind: "CONFLICT",
    message: "It is noted already who brought you here.",
  },
  "money.not_newcomer": {
    kind: "CONFLICT",
    message: "A member's code counts in the first {days} days after joining.",
  },
  "money.already_redeemed": { kind: "CONFLICT", message: "You have redeemed this code already." },
  "money.campaign_not_started": { kind: "CONFLICT", message: "This code is not valid yet. Try again later." },
  "money.campaign_over": { kind: "GONE", message: "This code is no longer valid." },
  "money.campaign_used_up": {
    kind: "CONFLICT",
    message: "This code was redeemed as often as it can be. Nothing is left of it.",
  },
  "money.campaign_not_meant": { kind: "FORBIDDEN", message: "This code is for members who joined later." },
  "money.code_taken": {
    kind: "CONFLICT",
    message: "There is a campaign with this code already. Choose another one.",
  },
  "money.already_paid": { kind: "CONFLICT", message: "This order is paid already. Reload to see it." },
  "money.no_gateway": {
    kind: "CONFLICT",
    message: "This site cannot take payments yet. Its team has to connect a payment gateway.",
  },
  "money.gateway_not_offered": {
    kind: "CONFLICT",
    message: "This way to pay is not offered for this order. Choose another one.",
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
  "money.no_payout_account": {
    kind: "CONFLICT",
    message: "Nobody knows where to pay you yet. Say where you are paid first.",
  },
  "money.payout_too_small": {
    kind: "BAD_REQUEST",
    message: "At least {minimum} {currency} (smallest units) are paid out at once.",
  },
  "money.payout_too_large": {
    kind: "CONFLICT",
    message: "At most {available} {currency} (smallest units) can be paid out now.",
  },
  "money.payout_decided": {
    kind: "CONFLICT",
    message: "This payout was decided already. Reload to see how it stands.",
  },
  "money.payouts_not_by_gateway": {
    kind: "CONFLICT",
    message: "This site does not pay in this way. Name a bank account.",
  },
  "money.payout_gateway_refused": {
    kind: "CONFLICT",
    message: "The payment provider opens no account there. Check the country, or name a bank account.",
  },
  "money.payout_gateway_unavailable": {
    kind: "SERVICE_UNAVAILABLE",
    message: "The payment provider does not answer at the moment. Nothing was changed. Try again shortly.",
  },
} as const satisfies Record<string, ErrorDefinition>;

export const failure = failuresOf(moneyErrors);
