import { flowOf } from "../../../platform/flow/definition.ts";
import { proposedMove } from "./proposed-move.ts";
import { sessionDispute } from "./session-dispute.ts";
import { sessionVocabulary } from "./session-vocabulary.ts";

/**
 * A session that is booked, paid before it takes place and settled after it: money waits in escrow until the session
 * is over and nobody has objected for a while. A session that costs nothing walks the same way without paying.
 */
export const paidSession = flowOf(sessionVocabulary)({
  name: "paid_session",
  version: 1,
  parameters: {
    /** After the end of the session, until it counts as done by itself. */
    completionGraceMinutes: { kind: "minutes", default: 60, min: 0, max: 10_080 },
    /** After the start, until somebody may be called absent. */
    absenceGraceMinutes: { kind: "minutes", default: 15, min: 0, max: 240 },
    /** After the session, as long as either side may object before the money moves. */
    disputeMinutes: { kind: "minutes", default: 1_440, min: 0, max: 43_200 },
    /** To answer a dispute, before an operator is asked. */
    disputeReplyMinutes: { kind: "minutes", default: 4_320, min: 60, max: 43_200 },
    /** To answer a proposed new time. */
    proposalMinutes: { kind: "minutes", default: 2_880, min: 15, max: 43_200 },
    clientAbsentRefund: { kind: "share", default: 0, min: 0, max: 10_000 },
    providerAbsentRefund: { kind: "share", default: 10_000, min: 0, max: 10_000 },
  },
  initial: "awaiting_payment",
  states: {
    awaiting_payment: {
      label: "orders.states.awaiting_payment",
      timers: [{ name: "hold_ends", due: { at: "hold.ends" }, takes: "expire" }],
    },
    confirmed: {
      label: "orders.states.confirmed",
      timers: [{ name: "session_starts", due: { at: "booking.start" }, takes: "start" }],
    },
    in_session: {
      label: "orders.states.in_session",
      timers: [
        {
          name: "session_over",
          due: { at: "booking.end", plus: { parameter: "completionGraceMinutes" } },
          takes: "complete",
        },
      ],
    },
    completed: {
      label: "orders.states.completed",
      timers: [
        {
          name: "nobody_objected",
          due: { at: "entered", plus: { parameter: "disputeMinutes" } },
          takes: "release",
        },
      ],
    },
    client_absent: {
      label: "orders.states.client_absent",
      timers: [
        {
          name: "client_was_absent",
          due: { at: "entered", plus: { parameter: "disputeMinutes" } },
          takes: "settle_client_absent",
        },
      ],
    },
    provider_absent: {
      label: "orders.states.provider_absent",
      timers: [
        {
          name: "provider_was_absent",
          due: { at: "entered", plus: { parameter: "disputeMinutes" } },
          takes: "settle_provider_absent",
        },
      ],
    },
    settled: { label: "orders.states.settled", final: true },
    cancelled: { label: "orders.states.cancelled", final: true },
    expired: { label: "orders.states.expired", final: true },
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
    { name: "start", from: ["confirmed"], to: "in_session", by: ["system"], effects: [] },
    {
      name: "complete",
      from: ["in_session"],
      to: "completed",
      by: ["provider", "operator", "system"],
      effects: [{ effect: "completeBooking" }],
    },
    {
      name: "mark_client_absent",
      from: ["in_session"],
      to: "client_absent",
      by: ["provider", "operator"],
      notBefore: { at: "booking.start", plus: { parameter: "absenceGraceMinutes" } },
      effects: [{ effect: "markAbsent", args: { who: "client" } }],
    },
    {
      name: "mark_provider_absent",
      from: ["in_session"],
      to: "provider_absent",
      by: ["client", "operator"],
      notBefore: { at: "booking.start", plus: { parameter: "absenceGraceMinutes" } },
      effects: [{ effect: "markAbsent", args: { who: "provider" } }],
    },
    {
      name: "release",
      from: ["completed"],
      to: "settled",
      by: ["client", "operator", "system"],
      effects: [{ escrow: "release", share: "rest" }],
    },
    {
      name: "settle_client_absent",
      from: ["client_absent"],
      to: "settled",
      by: ["client", "operator", "system"],
      effects: [{ escrow: "settle", refund: { parameter: "clientAbsentRefund" } }],
    },
    {
      name: "settle_provider_absent",
      from: ["provider_absent"],
      to: "settled",
      by: ["provider", "operator", "system"],
      effects: [{ escrow: "settle", refund: { parameter: "providerAbsentRefund" } }],
    },
    {
      name: "settle_as_operator",
      from: ["completed", "client_absent", "provider_absent"],
      to: "settled",
      by: ["operator"],
      input: "ruling",
      effects: [{ escrow: "settle", refund: { inputShare: "refundShare" } }],
    },
    {
      name: "refund_part",
      from: ["confirmed", "in_session", "completed", "client_absent", "provider_absent"],
      to: "same",
      by: ["operator"],
      input: "amount",
      effects: [{ escrow: "refund", share: { inputAmount: "amountMinor" } }],
    },
    {
      name: "take_back",
      from: ["settled", "cancelled"],
      to: "same",
      by: ["operator"],
      input: "amount",
      effects: [{ effect: "takeBack" }],
    },
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
