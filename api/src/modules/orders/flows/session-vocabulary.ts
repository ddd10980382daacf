import { z } from "zod";
import { wholeShare } from "../../../platform/money.ts";
import { defineVocabulary } from "../../../platform/flow/vocabulary.ts";

const nothing = z.strictObject({});
const side = z.enum(["client", "provider"]);
const anybody = z.enum(["client", "provider", "operator"]);
const reason = z.string().trim().min(1).max(2_000);

/** What the flows of booked sessions may speak of. */
export const sessionVocabulary = defineVocabulary({
  roles: ["client", "provider"],
  events: [
    // Money that belongs to this order has arrived. Told once per payment, however often the gateway repeats itself.
    "payment.captured",
    "payment.failed",
    // The payer's bank takes the money back.
    "payment.charged_back",
  ],
  moments: {
    // When the time kept for an unpaid order is given back; entering payment moves it once.
    "hold.ends": "always",
    "booking.start": "always",
    "booking.end": "always",
  },
  guards: {
    isFree: nothing,
    // The order's time is still kept for it, or is free again and yet to come.
    timeCanBeHad: nothing,
  },
  policies: {
    // The tenant's cancellation table: who cancels, and how long before the start.
    cancellation: z.strictObject({ by: side }),
  },
  effects: {
    extendHold: nothing,
    // Takes the time again when the hold has ended meanwhile; fails when somebody else was faster.
    confirmBooking: nothing,
    waivePrice: nothing,
    // Gives back to the buyer's wallet what is reserved for the order; does nothing when nothing is, or is no more.
    returnReserved: nothing,
    // Does nothing when the booking is free already.
    freeBooking: z.strictObject({ because: z.enum(["expired", "client", "provider", "operator"]) }),
    completeBooking: nothing,
    markAbsent: z.strictObject({ who: side }),
    proposeTime: z.strictObject({ by: side }),
    dropProposal: nothing,
    // To the time that was proposed, or to the one an operator sends.
    moveBooking: z.strictObject({ to: z.enum(["proposed", "sent"]) }),
    openDispute: z.strictObject({ by: anybody }),
    answerDispute: z.strictObject({ by: side }),
    closeDispute: z.strictObject({ outcome: z.enum(["withdrawn", "conceded", "ruled"]) }),
    askOperator: z.strictObject({ about: z.enum(["dispute", "chargeback"]) }),
    // Refunds `amountMinor` of the input after the escrow is gone: from the provider's wallet, or as their debt.
    takeBack: nothing,
  },
  inputs: {
    reason: z.strictObject({ reason: reason.optional() }),
    complaint: z.strictObject({ reason }),
    time: z.strictObject({ startsAt: z.iso.datetime() }),
    ruling: z.strictObject({ refundShare: z.int().min(0).max(wholeShare), reason }),
    amount: z.strictObject({ amountMinor: z.int().min(1), reason }),
  },
});
