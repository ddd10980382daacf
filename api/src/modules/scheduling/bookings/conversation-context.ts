import { type ConversationContext } from "../../../platform/module.ts";
import { Booking } from "../models/booking.ts";

/** A conversation about a booking: its two people may hold it, and see the booking beside it. */
export const bookingContext: ConversationContext = {
  kind: "booking",
  async authorise(scope, id) {
    const [booking] = await scope.read<Pick<Booking, "hostId" | "clientId">>`
      select host_id, client_id from ${Booking} b where id = ${id}`;
    return booking ? [booking.hostId, booking.clientId] : null;
  },
  async card(scope, id) {
    const [booking] = await scope.read<
      Pick<Booking, "title" | "state" | "startsAt" | "amountMinor" | "currency">
    >`select title, state, starts_at, amount_minor, currency from ${Booking} b where id = ${id}`;
    if (!booking) return null;
    const { title, state, startsAt, amountMinor, currency } = booking;
    return { title, state, at: startsAt, price: amountMinor > 0 ? { amountMinor, currency } : null };
  },
};
