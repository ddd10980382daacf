import { notFound } from "../../../platform/errors.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { failure } from "../errors.ts";
import { Booking } from "../models/booking.ts";
import { partyOf } from "../policy.ts";
import { type Party } from "../rules/booking-states.ts";

/** A booking that no order governs, locked for a change by the caller, with what the caller is to it. */
export async function lockFreeBooking(
  scope: Scope,
  id: string,
): Promise<{ readonly booking: Booking; readonly party: Party }> {
  const booking = await scope.query(Booking).findOne({ id }).forUpdate();
  const party = booking && partyOf(scope.actor, booking);
  if (!booking || !party) throw notFound();
  if (booking.governorOrderId !== null)
    throw failure("scheduling.governed_by_order", { orderId: booking.governorOrderId });
  return { booking, party };
}

/** A booking locked for a change by the order that governs it. Another order's booking is a bug of the caller. */
export async function lockGovernedBooking(
  scope: Scope,
  { bookingId, governorId }: { readonly bookingId: string; readonly governorId: string },
): Promise<Booking> {
  const booking = await scope.query(Booking).findOne({ id: bookingId }).forUpdate();
  if (!booking || booking.governorOrderId !== governorId)
    throw new Error(`The order ${governorId} does not govern the booking ${bookingId}.`);
  return booking;
}
