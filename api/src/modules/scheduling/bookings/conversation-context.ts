import { notFound } from "../../../platform/errors.ts";
import { type ConversationContext } from "../../../platform/module.ts";
import { Booking } from "../models/booking.ts";
import { presentBookingById } from "./read-booking.ts";

/** A conversation about a booking: its two people may hold it, and see the booking beside it. */
export const bookingContext: ConversationContext = {
  kind: "booking",
  async authorise(scope, id) {
    const [booking] = await scope.read<Pick<Booking, "hostId" | "clientId">>`
      select host_id, client_id from ${Booking} b where id = ${id}`;
    return booking ? [booking.hostId, booking.clientId] : null;
  },
  async card(scope, id) {
    const booking = await presentBookingById(scope, id);
    if (!booking) throw notFound();
    return booking;
  },
};
