import { z } from "zod";
import { type EventDefinition } from "../../platform/module.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { bookingView } from "./bookings/booking-view.ts";
import { presentBookingById } from "./bookings/read-booking.ts";
import { type Booking } from "./models/booking.ts";
import { type Hold } from "./models/hold.ts";
import { type SessionOffer } from "./models/session-offer.ts";

declare global {
  interface DomainEvents {
    /** A session can be bought for another price, or no longer. The version tells which change is newer. */
    "offer.changed": OfferFact;
    /** A time is kept for somebody until `expiresAt`. */
    "slot.held": HoldFact;
    /** A time that was kept is free again. */
    "slot.released": HoldFact;
    /** A held time became a booking that waits for its order. */
    "booking.requested": BookingFact;
    "booking.confirmed": BookingFact;
    /** It takes place at another time, for which the reminders are set anew. */
    "booking.moved": BookingFact & { fromStartsAt: Date };
    "booking.cancelled": BookingFact & { by: string };
    "booking.completed": BookingFact;
    /** One side was marked as not having come. */
    "booking.no_show_marked": BookingFact & { absent: string };
    /** Its meeting at a video provider is to be looked at again. */
    "booking.room_due": { bookingId: string };
    /** A provider has a meeting that no session has any more. */
    "video.meeting_surplus": { connectionId: string; meetingId: string };
    /** It begins in so many minutes. */
    "booking.reminder_due": BookingFact & { minutes: number };
  }
}

interface OfferFact {
  readonly offerId: string;
  readonly hostId: string;
  readonly isActive: boolean;
  readonly amountMinor: number;
  readonly currency: string;
  readonly version: number;
}

interface HoldFact {
  readonly holdId: string;
  readonly hostId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly expiresAt: Date;
}

interface BookingFact {
  readonly bookingId: string;
  readonly hostId: string;
  readonly clientId: string;
  readonly orderId: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly version: number;
}

/** What is told of an offer that changed. */
export const offerFactOf = ({
  id,
  hostId,
  isActive,
  hiddenAt,
  amountMinor,
  currency,
  version,
}: SessionOffer): OfferFact => ({
  offerId: id,
  hostId,
  isActive: isActive && hiddenAt === null,
  amountMinor,
  currency,
  version,
});

/** What is told of a hold. */
export const holdFactOf = ({ id, hostId, startsAt, endsAt, expiresAt }: Hold): HoldFact => ({
  holdId: id,
  hostId,
  startsAt,
  endsAt,
  expiresAt,
});

/** What is told of a booking. */
export const bookingFactOf = (booking: Booking): BookingFact => ({
  bookingId: booking.id,
  hostId: booking.hostId,
  clientId: booking.clientId,
  orderId: booking.governorOrderId,
  startsAt: booking.startsAt,
  endsAt: booking.endsAt,
  version: booking.version,
});

// Facts as subscribers read them: dates became texts on the way.
const offerFact = z.object({
  offerId: z.uuid(),
  hostId: z.uuid(),
  isActive: z.boolean(),
  amountMinor: z.int(),
  currency: z.string(),
  version: z.int(),
});
const holdFact = z.object({
  holdId: z.uuid(),
  hostId: z.uuid(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
const bookingFact = z.object({
  bookingId: z.uuid(),
  hostId: z.uuid(),
  clientId: z.uuid(),
  orderId: z.uuid().nullable(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  version: z.int(),
});

const silent = (fact: z.ZodType): EventDefinition => ({
  fact,
  recipients: () => [],
  frame: null,
  webhook: null,
});

/** Both people see the booking as it now is on their pages; the tenant's server gets the same. */
const booking = {
  view: bookingView,
  present: (scope: Scope, { bookingId }: { readonly bookingId: string }) =>
    presentBookingById(scope, bookingId),
};
const aboutBooking = (more: z.ZodRawShape = {}): EventDefinition<z.infer<typeof bookingFact>> => ({
  fact: bookingFact.extend(more),
  recipients: ({ hostId, clientId }) => [hostId, clientId],
  frame: booking,
  webhook: booking,
});

export const schedulingEvents = {
  "booking.room_due": silent(z.object({ bookingId: z.uuid() })),
  "video.meeting_surplus": silent(z.object({ connectionId: z.uuid(), meetingId: z.string() })),
  "offer.changed": silent(offerFact),
  "slot.held": silent(holdFact),
  "slot.released": silent(holdFact),
  "booking.requested": aboutBooking(),
  "booking.confirmed": aboutBooking(),
  "booking.moved": aboutBooking({ fromStartsAt: z.iso.datetime() }),
  "booking.cancelled": aboutBooking({ by: z.string() }),
  "booking.completed": aboutBooking(),
  "booking.no_show_marked": aboutBooking({ absent: z.string() }),
  "booking.reminder_due": aboutBooking({ minutes: z.int() }),
};
