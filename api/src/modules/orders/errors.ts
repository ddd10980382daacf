import { type ErrorDefinition, failuresOf } from "../../platform/errors.ts";

export const orderErrors = {
  "orders.own_session": {
    kind: "CONFLICT",
    message: "You cannot buy your own session. Choose somebody else's.",
  },
  "orders.no_revisions_left": {
    kind: "CONFLICT",
    message:
      "Changes were agreed {allowed} times, and all of them were asked for. Accept the work or object to it.",
  },
  "orders.not_possible": {
    kind: "CONFLICT",
    message: "This cannot be done while the order is {state}. Reload to see what can.",
  },
  "orders.not_by_you": {
    kind: "FORBIDDEN",
    message: "This is for the other side of the order, or for the site's team.",
  },
  "orders.frozen": {
    kind: "CONFLICT",
    message: "A dispute keeps this order as it is. Wait until it has ended.",
  },
  "orders.too_early": { kind: "CONFLICT", message: "This can be done from {at} on." },
  "orders.too_late": { kind: "CONFLICT", message: "This could be done until {at} only." },
  "orders.nothing_to_pay": {
    kind: "CONFLICT",
    message: "This order costs nothing, so there is nothing to pay.",
  },
  "orders.paid_in_credits": {
    kind: "CONFLICT",
    message: "This order is paid with credits of your wallet, not on a payment page.",
  },
  "orders.refund_too_large": {
    kind: "CONFLICT",
    message: "At most {available} {currency} (smallest units) of this order can still be refunded.",
  },
  "orders.link_invalid": {
    kind: "GONE",
    message: "This link is not valid or has expired. Sign in to see your bookings.",
  },
  "orders.link_used": {
    kind: "GONE",
    message: "This link has done what it is for. Sign in to see your bookings.",
  },
} as const satisfies Record<string, ErrorDefinition>;

export const failure = failuresOf(orderErrors);
