import { type z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { Booking } from "../models/booking.ts";
import { partyOf } from "../policy.ts";
import { type Party } from "../rules/booking-states.ts";
import { type bookingView, presentBooking, type ShownBooking, shownColumns } from "./booking-view.ts";

/** A booking and what the caller is to it; not found when it is none of their business. */
export async function readBooking(
  scope: Scope,
  id: string,
): Promise<{ readonly booking: ShownBooking; readonly party: Party }> {
  const [booking] =
    await scope.read<ShownBooking>`select ${shownColumns} from ${Booking} b where b.id = ${id}`;
  const party = booking && partyOf(scope.actor, booking);
  if (!booking || !party) throw notFound();
  return { booking, party };
}

/** A booking as it now is, ready to be sent; null when there is none. */
export async function presentBookingById(
  scope: Scope,
  id: string,
): Promise<z.infer<typeof bookingView> | null> {
  const [booking] =
    await scope.read<ShownBooking>`select ${shownColumns} from ${Booking} b where b.id = ${id}`;
  return booking ? presentBooking(booking) : null;
}
