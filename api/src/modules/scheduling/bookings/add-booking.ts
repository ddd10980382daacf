import { type Scope } from "../../../platform/scope/scope.ts";
import { consumeLimit } from "../../tenancy/index.ts";
import { Booking } from "../models/booking.ts";
import { type TakenSlot } from "../slots/take-slot.ts";

/** Adds a pending booking on time that was taken for it. Refuses with `tenancy.usage_limit` when the site's plan allows no more this month. */
export async function addBooking(
  scope: Scope,
  slot: TakenSlot,
  {
    clientId,
    orderId,
    keepUntil,
  }: { readonly clientId: string; readonly orderId: string | null; readonly keepUntil: Date | null },
): Promise<Booking> {
  const { id, hostId, offerId, title, minutes, amountMinor, currency } = slot;
  const { bufferBeforeMinutes, bufferAfterMinutes, startsAt, endsAt, hostZone } = slot;
  await consumeLimit(scope, "scheduling.bookings");
  return await scope.query(Booking).insert({
    id,
    hostId,
    offerId,
    title,
    minutes,
    amountMinor,
    currency,
    bufferBeforeMinutes,
    bufferAfterMinutes,
    startsAt,
    endsAt,
    hostZone,
    clientId,
    governorOrderId: orderId,
    state: "pending",
    keepUntil,
    meetingLink: null,
    paymentStartedAt: null,
    givenUpAt: null,
    cancelledAt: null,
    cancelledBy: null,
    cancelReason: null,
    clientAbsentAt: null,
    providerAbsentAt: null,
    version: 1,
  });
}
