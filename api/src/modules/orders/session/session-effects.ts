import { invalidFields, requestFailure } from "../../../platform/errors.ts";
import { type Handlers, type Input } from "../../../platform/flow/vocabulary.ts";
import { wholeShare } from "../../../platform/money.ts";
import {
  type CancellationPolicy,
  cancelGoverned,
  completeGoverned,
  confirmGoverned,
  giveUpGoverned,
  keepForPayment,
  markNoShow,
  moveGoverned,
  refundPercent,
  refuseUnofferedMove,
  regainGoverned,
} from "../../scheduling/index.ts";
import { type sessionVocabulary } from "../flows/session-vocabulary.ts";
import { disputeHandlers } from "../order-disputes.ts";
import { bookingOf, type Order } from "../models/order.ts";
import { returnReservation, waivePrice } from "../order-money.ts";
import { type SessionContext } from "./session-context.ts";

/** What the words of a session's flow do: with the booking, the order's own rows, and people who have to look. */
export const sessionHandlers: Handlers<typeof sessionVocabulary, SessionContext> = {
  effects: {
    async extendHold({ scope, run, governed, along }) {
      if (!along.paySessionEndsAt) throw new Error("a payment is entered with the end of its session");
      run.setMoments({ "hold.ends": await keepForPayment(scope, governed, along.paySessionEndsAt) });
    },
    async confirmBooking({ scope, governed }) {
      await confirmGoverned(scope, governed);
    },
    waivePrice: (context) => waivePrice(context),
    returnReserved: (context) => returnReservation(context),
    async freeBooking({ scope, run, governed, along }, { because }) {
      // Freed when it expired.
      if (run.position.state === "expired") return;
      if (because === "expired") await giveUpGoverned(scope, governed);
      else {
        const by = because === "operator" ? ("staff" as const) : because;
        await cancelGoverned(scope, { ...governed, by, reason: along.reason ?? null });
      }
    },
    async completeBooking({ scope, governed }) {
      await completeGoverned(scope, governed);
    },
    async markAbsent({ scope, governed }, { who }) {
      await markNoShow(scope, { ...governed, who });
    },
    async proposeTime({ scope, order }, { by }, input) {
      const startsAt = timeIn(input);
      if (startsAt <= scope.now) {
        throw invalidFields({ path: ["startsAt"], message: "Choose a time that is yet to come." });
      }
      // The host knows their own hours; a client chooses among those offered.
      if (by === "client") await refuseUnofferedMove(scope, { bookingId: bookingOf(order), startsAt });
      order.proposedBy = by;
      order.proposedStartsAt = startsAt;
    },
    async dropProposal({ order }) {
      order.proposedBy = null;
      order.proposedStartsAt = null;
    },
    async moveBooking({ scope, run, order, governed, along }, { to }, input) {
      const startsAt = to === "sent" ? timeIn(input) : order.proposedStartsAt;
      if (!startsAt) throw new Error("no time was proposed");
      const answered = along.answeredStartsAt ?? startsAt;
      if (answered.getTime() !== startsAt.getTime()) throw requestFailure("request.conflict");
      const booking = await moveGoverned(scope, { ...governed, startsAt });
      run.setMoments({ "booking.start": booking.startsAt, "booking.end": booking.endsAt });
      order.proposedBy = null;
      order.proposedStartsAt = null;
    },
    ...disputeHandlers,
  },
  guards: {
    isFree: async ({ run }) => run.priceMinor === 0,
    // Asking takes the time: between the two somebody else might be faster.
    timeCanBeHad: async ({ scope, run, governed }) =>
      run.position.state === "expired" ? regainGoverned(scope, governed) : true,
  },
  policies: {
    cancellation: async ({ scope, run, order }, { by }) => {
      const startsAt = run.moments["booking.start"];
      if (!startsAt) throw new Error("a session has a start");
      return (refundPercent(cancellationOf(order), by, startsAt, scope.now) * wholeShare) / 100;
    },
  },
};

const timeIn = (input: Input): Date => new Date(String(input["startsAt"]));

function cancellationOf({ id, terms }: Order): CancellationPolicy {
  if (!terms.cancellation) throw new Error(`the session ${id} was sold without terms of cancellation`);
  return terms.cancellation;
}
