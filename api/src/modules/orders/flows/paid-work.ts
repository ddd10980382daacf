import { flowOf } from "../../../platform/flow/definition.ts";
import { proposedCancel } from "./proposed-cancel.ts";
import { workParameters, workStates } from "./work-course.ts";
import { workDispute } from "./work-dispute.ts";
import { workVocabulary } from "./work-vocabulary.ts";

/**
 * Work that is paid before it begins and delivered: money waits in escrow until the buyer accepts a delivery, or says nothing for
 * a while. Whoever leaves the other waiting loses it: unanswered questions and work that never comes give the money back.
 */
export const paidWork = flowOf(workVocabulary)({
  name: "paid_work",
  version: 1,
  parameters: workParameters,
  initial: "awaiting_payment",
  states: {
    awaiting_payment: {
      label: "orders.states.awaiting_payment",
      timers: [{ name: "payment_ends", due: { at: "pay.until" }, takes: "expire" }],
    },
    ...workStates,
  },
  transitions: [
    {
      name: "enter_payment",
      from: ["awaiting_payment"],
      to: "same",
      by: ["client"],
      effects: [{ effect: "extendPayment" }],
    },
    {
      name: "pay_and_be_asked",
      from: ["awaiting_payment"],
      to: "requirements",
      by: ["payment.captured"],
      guards: [{ guard: "hasToAnswer" }],
      effects: [{ escrow: "fund" }, { effect: "notePayment" }],
    },
    {
      name: "pay",
      from: ["awaiting_payment"],
      to: "in_progress",
      by: ["payment.captured"],
      effects: [{ escrow: "fund" }, { effect: "notePayment" }, { effect: "startWork" }],
    },
    {
      name: "refund_unwanted_payment",
      from: ["completed", "cancelled", "refunded", "settled", "expired"],
      to: "same",
      by: ["payment.captured"],
      effects: [{ escrow: "fund" }, { escrow: "refund", share: "rest" }],
    },
    { name: "expire", from: ["awaiting_payment"], to: "expired", by: ["system"], effects: [] },
    {
      name: "send_answers",
      from: ["requirements"],
      to: "in_progress",
      by: ["client"],
      guards: [{ guard: "mayAnswer" }],
      effects: [{ effect: "keepAnswers" }, { effect: "startWork" }],
    },
    {
      // What nobody has to answer does not keep the work waiting.
      name: "add_answers",
      from: ["in_progress"],
      to: "same",
      by: ["client"],
      guards: [{ guard: "mayAnswer" }],
      effects: [{ effect: "keepAnswers" }],
    },
    {
      name: "give_up_unanswered",
      from: ["requirements"],
      to: "cancelled",
      by: ["system"],
      effects: [{ escrow: "settle", refund: "rest" }],
    },
    {
      name: "deliver",
      from: ["in_progress", "revision"],
      to: "delivered",
      by: ["provider"],
      effects: [{ effect: "keepDelivery" }],
    },
    {
      name: "ask_revision",
      from: ["delivered"],
      to: "revision",
      by: ["client"],
      input: "complaint",
      effects: [{ effect: "askRevision", args: { minutes: { parameter: "revisionMinutes" } } }],
    },
    {
      name: "accept_work",
      from: ["delivered"],
      to: "completed",
      by: ["client", "operator", "system"],
      effects: [{ escrow: "release", share: "rest" }],
    },
    {
      name: "give_up_undelivered",
      from: ["in_progress", "revision"],
      to: "cancelled",
      by: ["system"],
      effects: [{ escrow: "settle", refund: "rest" }],
    },
    {
      name: "cancel_as_client",
      from: ["awaiting_payment", "requirements"],
      to: "cancelled",
      by: ["client"],
      input: "reason",
      effects: [{ escrow: "settle", refund: "rest" }],
    },
    {
      name: "cancel_late_as_client",
      from: ["in_progress", "revision"],
      to: "cancelled",
      by: ["client"],
      notBefore: { at: "work.due" },
      input: "reason",
      effects: [{ escrow: "settle", refund: "rest" }],
    },
    {
      name: "cancel_as_provider",
      from: ["awaiting_payment", "requirements", "in_progress", "delivered", "revision"],
      to: "cancelled",
      by: ["provider"],
      input: "reason",
      effects: [{ escrow: "settle", refund: "rest" }],
    },
    {
      name: "agree_cancel_as_client",
      from: ["in_progress", "delivered", "revision"],
      to: "cancelled",
      by: ["client"],
      guards: [{ guard: "isProposedBy", args: { side: "provider" } }],
      effects: [{ escrow: "settle", refund: { policy: "proposedRefund" } }],
    },
    {
      name: "agree_cancel_as_provider",
      from: ["in_progress", "delivered", "revision"],
      to: "cancelled",
      by: ["provider"],
      guards: [{ guard: "isProposedBy", args: { side: "client" } }],
      effects: [{ escrow: "settle", refund: { policy: "proposedRefund" } }],
    },
    {
      name: "cancel_as_operator",
      from: ["awaiting_payment", "requirements", "in_progress", "delivered", "revision"],
      to: "cancelled",
      by: ["operator"],
      input: "ruling",
      effects: [{ escrow: "settle", refund: { inputShare: "refundShare" } }],
    },
    {
      name: "refund_part",
      from: ["requirements", "in_progress", "delivered", "revision"],
      to: "same",
      by: ["operator"],
      input: "amount",
      effects: [{ escrow: "refund", share: { inputAmount: "amountMinor" } }],
    },
    {
      name: "take_back",
      from: ["completed", "cancelled", "settled"],
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
      requirements: "alarm",
      in_progress: "alarm",
      delivered: "alarm",
      revision: "alarm",
      completed: "handle",
      cancelled: "handle",
      refunded: "handle",
      settled: "handle",
      expired: "handle",
    },
    // The payer may try again for as long as the order waits.
    "payment.failed": everywhere("ignore"),
    "payment.charged_back": everywhere("alarm"),
  },
  regions: {
    cancel: proposedCancel,
    dispute: workDispute,
  },
});

function everywhere<Rule extends "ignore" | "alarm">(rule: Rule) {
  return {
    awaiting_payment: rule,
    requirements: rule,
    in_progress: rule,
    delivered: rule,
    revision: rule,
    completed: rule,
    cancelled: rule,
    refunded: rule,
    settled: rule,
    expired: rule,
  };
}
