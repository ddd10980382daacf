import { notFound } from "../../../platform/errors.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { plus } from "../../../platform/time.ts";
import { failure } from "../errors.ts";
import { Booking } from "../models/booking.ts";
import { SessionOffer } from "../models/session-offer.ts";
import { refusalOfSlot } from "../rules/slots.ts";
import { type OfferShape, readSearches } from "../slots/read-searches.ts";
import { codeOf } from "../slots/take-slot.ts";

/**
 * Refuses a new time for a booking that its host does not offer, as when the client proposes it. The time it takes now does not
 * stand in its way, and neither do notice, horizon and limits of the offer: the session is sold already.
 */
export async function refuseUnofferedMove(
  scope: Scope,
  { bookingId, startsAt }: { readonly bookingId: string; readonly startsAt: Date },
): Promise<void> {
  const [sold] = await scope.read<Omit<OfferShape, "noticeMinutes" | "horizon" | "limits">>`
    select b.id, b.host_id, b.minutes, b.buffer_before_minutes, b.buffer_after_minutes, o.step_minutes
    from ${Booking} b left join ${SessionOffer} o on o.id = b.offer_id
    where b.id = ${bookingId}`;
  if (!sold) throw notFound();
  const shape: OfferShape = { ...sold, noticeMinutes: 0, horizon: null, limits: {} };
  const range = { from: startsAt, until: plus(startsAt, 1), exceptBookingId: bookingId };
  const search = (await readSearches(scope, [shape], range)).get(bookingId);
  const refusal = search && refusalOfSlot(search, startsAt.getTime());
  if (refusal) throw failure(codeOf[refusal]);
}
