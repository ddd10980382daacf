import { z } from "zod";
import { defineVocabulary } from "../../../platform/flow/vocabulary.ts";
import { disputeEffects, orderInputs, paymentEvents } from "./order-words.ts";

const nothing = z.strictObject({});
const side = z.enum(["client", "provider"]);

/** What the flows of booked sessions may speak of. */
export const sessionVocabulary = defineVocabulary({
  roles: ["client", "provider"],
  events: paymentEvents,
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
    ...disputeEffects,
  },
  inputs: { ...orderInputs, time: z.strictObject({ startsAt: z.iso.datetime() }) },
});
