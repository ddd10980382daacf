import { z } from "zod";
import { defineVocabulary } from "../../../platform/flow/vocabulary.ts";

const nothing = z.strictObject({});

/** What the flow of payouts may speak of. */
export const payoutVocabulary = defineVocabulary({
  roles: ["payee"],
  events: [
    // The gateway has taken it, and the money is not there yet.
    "payout.taken",
    "payout.arrived",
    // The gateway will not pay it, and nothing has left.
    "payout.refused",
    // It had left and is back.
    "payout.came_back",
  ],
  moments: {},
  guards: {},
  policies: {},
  effects: {
    // Has the gateway pay it, where one does.
    handOver: nothing,
    noteSent: nothing,
    // The reserved money leaves for good.
    payOut: nothing,
    // The reserved money can be spent again.
    giveBack: nothing,
    // What had left is in the wallet again.
    bringBack: nothing,
  },
  inputs: {
    reason: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
  },
});
