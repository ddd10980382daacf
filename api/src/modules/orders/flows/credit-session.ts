import { flowOf } from "../../../platform/flow/definition.ts";
import { proposedMove } from "./proposed-move.ts";
import { sessionParameters, sessionStates, sessionTransitions } from "./session-course.ts";
import { sessionDispute } from "./session-dispute.ts";
import { sessionVocabulary } from "./session-vocabulary.ts";

/**
 * A session that is booked for credits: they are reserved in the learner's wallet as long as the time is kept, wait in escrow from
 * the agreement on, and are the teacher's when the session is over and nobody has objected for a while.
 */
export const creditSession = flowOf(sessionVocabulary)({
  name: "credit_session",
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
      name: "spend",
      from: ["awaiting_payment"],
      to: "confirmed",
      by: ["client"],
      effects: [{ escrow: "fund" }, { effect: "confirmBooking" }],
    },
    {
      name: "waive",
      from: ["awaiting_payment"],
      to: "confirmed",
      by: ["operator"],
      input: "reason",
      effects: [{ effect: "returnReserved" }, { effect: "waivePrice" }, { effect: "confirmBooking" }],
    },
    {
      name: "expire",
      from: ["awaiting_payment"],
      to: "expired",
      by: ["system"],
      effects: [{ effect: "returnReserved" }, { effect: "freeBooking", args: { because: "expired" } }],
    },
    {
      name: "cancel_as_client",
      from: ["awaiting_payment", "confirmed"],
      to: "cancelled",
      by: ["client"],
      notAfter: { at: "booking.start" },
      input: "reason",
      effects: [
        { effect: "returnReserved" },
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
        { effect: "returnReserved" },
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
        { effect: "returnReserved" },
        { escrow: "settle", refund: { inputShare: "refundShare" } },
        { effect: "freeBooking", args: { because: "operator" } },
      ],
    },
    ...sessionTransitions,
  ],
  // No gateway has a part in it: whatever one tells of such an order is for a person to look at.
  events: {
    "payment.captured": everywhere("alarm"),
    "payment.failed": everywhere("alarm"),
    "payment.charged_back": everywhere("alarm"),
  },
  regions: {
    move: proposedMove,
    dispute: sessionDispute,
  },
});

function everywhere(rule: "alarm") {
  return {
    awaiting_payment: rule,
    confirmed: rule,
    in_session: rule,
    completed: rule,
    client_absent: rule,
    provider_absent: rule,
    settled: rule,
    cancelled: rule,
    expired: rule,
  };
}
