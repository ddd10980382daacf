import { z } from "zod";
import { wholeShare } from "../../../platform/money.ts";
import { defineVocabulary } from "../../../platform/flow/vocabulary.ts";
import { disputeEffects, orderInputs, paymentEvents } from "./order-words.ts";

const nothing = z.strictObject({});
const side = z.enum(["client", "provider"]);

/** What the flow of work that is delivered may speak of. */
export const workVocabulary = defineVocabulary({
  roles: ["client", "provider"],
  events: paymentEvents,
  moments: {
    // When an order that was not paid is given up; entering payment moves it behind the end of the pay session.
    "pay.until": "always",
    // When the work is to be delivered; known once it has started.
    "work.due": "sometimes",
  },
  guards: {
    // The seller asks something that the buyer must answer.
    hasToAnswer: nothing,
    // Questions were asked, and not answered yet.
    mayAnswer: nothing,
    // That side has proposed to call the work off.
    isProposedBy: z.strictObject({ side }),
  },
  policies: {
    // What of the money held the waiting proposal gives back.
    proposedRefund: nothing,
  },
  effects: {
    extendPayment: nothing,
    notePayment: nothing,
    keepAnswers: nothing,
    // From now on the days count.
    startWork: nothing,
    keepDelivery: nothing,
    // Fails when none is left; the seller has at least so many minutes for it.
    askRevision: z.strictObject({ minutes: z.int() }),
    proposeCancel: z.strictObject({ by: side }),
    // Does nothing when no proposal waits.
    dropCancel: nothing,
    ...disputeEffects,
  },
  inputs: {
    ...orderInputs,
    proposal: z.strictObject({
      refundShare: z.int().min(0).max(wholeShare),
      reason: orderInputs.reason.shape.reason,
    }),
  },
});
