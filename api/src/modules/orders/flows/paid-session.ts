import { flowOf } from "../../../platform/flow/definition.ts";
import { proposedMove } from "./proposed-move.ts";
import { sessionParameters, sessionStates, sessionTransitions } from "./session-course.ts";
import { sessionDispute } from "./session-dispute.ts";
import { sessionVocabulary } from "./session-vocabulary.ts";

/**
 * A session that is booked, paid before it takes place and settled after it: money waits in escrow until the session
 * is over and nobody has objected for a while. A session that costs nothing walks the same way without paying.
 */
export const paidSession = flowOf(sessionVocabulary)({
  name: "paid_session",
  version: 1,
  parameters: sessionParameters,
  initial: "awaiting_payment",
  states: {
    awaiting_payment: {
      label: "orders.states.awaiting_payment",
      timers: [{ name: "hold_ends", due: { at: "hold.ends" }, takes: "expire" }],
    },
    ...sessionStates,
  },
  transitions: [
    {
      name: "enter_payment",
      from: ["awaiting_payment"],
      to: "same",
      by: ["client"],
      effects: [{ effect: "extendHold" }],
    },
    {
      name: "confirm_free",
      from: ["awaiting_payment"],
      to: "confirmed",
      by: ["client", "operator"],
      guards: [{ guard: "isFree" }],
      effects: [{ effect: "confirmBooking" }],
    },
    {
      name: "waive",
      from: ["awaiting_payment"],
      to: "confirmed",
      by: ["operator"],
      input: "reason",
      effects: [{ effect: "waivePrice" }, { effect: "confirmBooking" }],
    },
    {
      name: "pay",
      from: ["awaiting_payment", "expired"],
      to: "confirmed",
      by: ["payment.captured"],
      guards: [{ guard: "timeCanBeHad" }],
      effects: [{ escrow: "fund" }, { effect: "confirmBooking" }],
    },
    {
      name: "refund_late_payment",
      from: ["awaiting_payment", "expired"],
      to: "expired",
      by: ["payment.captured"],
      effects: [
        { escrow: "fund" },
        { escrow: "refund", share: "rest" },
        { effect: "freeBooking", args: { because: "expired" } },
      ],
    },
    {
      name: "refund_unwanted_payment",
      from: ["settled", "cancelled"],
      to: "same",
      by: ["payment.captured"],
      effects: [{ escrow: "fund" }, { escrow: "refund", share: "rest" }],
    },
    {
      name: "expire",
      from: ["awaiting_payment"],
      to: "expired",
      by: ["system"],
      effects: [{ effect: "freeBooking", args: { because: "expired" } }],
    },
    {
      name: "cancel_as_client",
      from: ["awaiting_payment", "confirmed"],
      to: "cancelled",
      by: ["client"],
      notAfter: { at: "booking.start" },
      input: "reason",
      effects: [
        { escrow: "settle", refund: { policy: "cancellation", args: { by: "client" } } },
        { effect: "freeBooking", args: { because: "client" } },
      ],
    },
    {
      name: "cancel_as_provider",
      from: ["awaiting_payment", "confirmed"],
      to: "cancelled",
      by: ["provider"],
      notAfter: { at: "booking.start" },
      input: "reason",
      effects: [
        { escrow: "settle", refund: { policy: "cancellation", args: { by: "provider" } } },
        { effect: "freeBooking", args: { because: "provider" } },
      ],
    },
    {
      name: "cancel_as_operator",
      from: ["awaiting_payment", "confirmed", "in_session"],
      to: "cancelled",
      by: ["operator"],
      input: "ruling",
      effects: [
        { escrow: "settle", refund: { inputShare: "refundShare" } },
        { effect: "freeBooking", args: { because: "operator" } },
      ],
    },
    ...sessionTransitions,
  ],
  events: {
    "payment.captured": {
      awaiting_payment: "handle",
      // Already paid: a second payment needs somebody to look who paid twice, and why.
      confirmed: "alarm",
      in_session: "alarm",
      completed: "alarm",
      client_absent: "alarm",
      provider_absent: "alarm",
      settled: "handle",
      cancelled: "handle",
      expired: "handle",
    },
    // The payer may try again for as long as the time is kept.
    "payment.failed": {
      awaiting_payment: "ignore",
      confirmed: "ignore",
      in_session: "ignore",
      completed: "ignore",
      client_absent: "ignore",
      provider_absent: "ignore",
      settled: "ignore",
      cancelled: "ignore",
      expired: "ignore",
    },
    "payment.charged_back": {
      awaiting_payment: "alarm",
      confirmed: "alarm",
      in_session: "alarm",
      completed: "alarm",
      client_absent: "alarm",
      provider_absent: "alarm",
      settled: "alarm",
      cancelled: "alarm",
      expired: "alarm",
    },
  },
  regions: {
    move: proposedMove,
    dispute: sessionDispute,
  },
});
