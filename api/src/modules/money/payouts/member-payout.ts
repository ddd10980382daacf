import { flowOf } from "../../../platform/flow/definition.ts";
import { payoutVocabulary } from "./payout-vocabulary.ts";

/** Money that left although the wallet has it again: somebody has to look. */
const afterTheFact = { failed: "alarm", rejected: "alarm", cancelled: "alarm" } as const;

/**
 * A payout from a member's wallet to where they are paid. Its money is reserved in the ledger when it begins, and every end posts
 * it, gives it back or brings it back. Until it has left, somebody of the team can end it.
 */
export const memberPayout = flowOf(payoutVocabulary)({
  name: "member_payout",
  version: 1,
  parameters: {},
  initial: "requested",
  states: {
    requested: { label: "money.payout_states.requested" },
    approved: { label: "money.payout_states.approved" },
    on_its_way: { label: "money.payout_states.on_its_way" },
    paid: { label: "money.payout_states.paid", final: true },
    failed: { label: "money.payout_states.failed", final: true },
    rejected: { label: "money.payout_states.rejected", final: true },
    cancelled: { label: "money.payout_states.cancelled", final: true },
    returned: { label: "money.payout_states.returned", final: true },
  },
  transitions: [
    {
      name: "approve",
      from: ["requested"],
      to: "approved",
      by: ["operator"],
      effects: [{ effect: "handOver" }],
    },
    {
      name: "reject",
      from: ["requested"],
      to: "rejected",
      by: ["operator"],
      input: "reason",
      effects: [{ effect: "giveBack" }],
    },
    {
      name: "cancel",
      from: ["requested"],
      to: "cancelled",
      by: ["payee"],
      effects: [{ effect: "giveBack" }],
    },
    {
      name: "send",
      from: ["approved"],
      to: "on_its_way",
      by: ["operator"],
      effects: [{ effect: "noteSent" }],
    },
    {
      name: "take",
      from: ["approved"],
      to: "on_its_way",
      by: ["payout.taken"],
      effects: [{ effect: "noteSent" }],
    },
    {
      name: "arrive",
      from: ["approved", "on_its_way"],
      to: "paid",
      by: ["payout.arrived"],
      effects: [{ effect: "noteSent" }, { effect: "payOut" }],
    },
    {
      name: "refuse",
      from: ["approved", "on_its_way"],
      to: "failed",
      by: ["payout.refused"],
      effects: [{ effect: "giveBack" }],
    },
    {
      name: "mark_paid",
      from: ["approved", "on_its_way"],
      to: "paid",
      by: ["operator"],
      effects: [{ effect: "noteSent" }, { effect: "payOut" }],
    },
    {
      name: "mark_failed",
      from: ["approved", "on_its_way"],
      to: "failed",
      by: ["operator"],
      input: "reason",
      effects: [{ effect: "giveBack" }],
    },
    {
      // It came back before anybody had heard that it arrived: nothing was posted.
      name: "come_back_early",
      from: ["approved", "on_its_way"],
      to: "failed",
      by: ["payout.came_back"],
      effects: [{ effect: "giveBack" }],
    },
    {
      name: "come_back",
      from: ["paid"],
      to: "returned",
      by: ["payout.came_back"],
      effects: [{ effect: "bringBack" }],
    },
    {
      name: "mark_returned",
      from: ["paid"],
      to: "returned",
      by: ["operator"],
      input: "reason",
      effects: [{ effect: "bringBack" }],
    },
  ],
  events: {
    "payout.taken": {
      ...afterTheFact,
      requested: "alarm",
      approved: "handle",
      on_its_way: "ignore",
      paid: "ignore",
      returned: "ignore",
    },
    "payout.arrived": {
      ...afterTheFact,
      requested: "alarm",
      approved: "handle",
      on_its_way: "handle",
      paid: "ignore",
      // The news of its arrival was slower than its return.
      returned: "ignore",
    },
    "payout.refused": {
      requested: "alarm",
      approved: "handle",
      on_its_way: "handle",
      paid: "alarm",
      failed: "ignore",
      rejected: "ignore",
      cancelled: "ignore",
      returned: "ignore",
    },
    "payout.came_back": {
      requested: "alarm",
      approved: "handle",
      on_its_way: "handle",
      paid: "handle",
      failed: "ignore",
      rejected: "ignore",
      cancelled: "ignore",
      returned: "ignore",
    },
  },
  regions: {},
});
