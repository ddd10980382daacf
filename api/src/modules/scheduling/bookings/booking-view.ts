import { z } from "zod";
import { fragment } from "../../../platform/scope/sql.ts";
import { priceView } from "../fields.ts";
import { type Booking } from "../models/booking.ts";
import { bookingStates } from "../rules/booking-states.ts";

/** A booking as its two people, the site's team and its servers see it, in lists with their names. */
export const bookingView = z.object({
  id: z.uuid(),
  state: z.enum(bookingStates),
  hostId: z.uuid(),
  clientId: z.uuid(),
  /** The offer may be gone by now. */
  offerId: z.uuid(),
  /** The order that alone may change this booking; null when nobody sold it. */
  orderId: z.uuid().nullable(),
  title: z.string(),
  minutes: z.int(),
  price: priceView,
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  /** The zone the host is in on that date. */
  hostZone: z.string(),
  /** Where the session takes place, once it is confirmed. */
  meetingLink: z.string().nullable(),
  /** Until when the time is kept for an order that is not paid yet. */
  keptUntil: z.iso.datetime().nullable(),
  cancelled: z
    .object({
      at: z.iso.datetime(),
      by: z.enum(["client", "provider", "staff", "server", "system"]),
      reason: z.string().nullable(),
    })
    .nullable(),
  /** Who was marked as not having come. */
  absent: z.array(z.enum(["client", "provider"])),
  /** Raised with every change. */
  version: z.int(),
  createdAt: z.iso.datetime(),
});

/** What is read of a booking to show it. */
export type ShownBooking = Pick<
  Booking,
  | "id"
  | "state"
  | "hostId"
  | "clientId"
  | "offerId"
  | "governorOrderId"
  | "title"
  | "minutes"
  | "amountMinor"
  | "currency"
  | "startsAt"
  | "endsAt"
  | "hostZone"
  | "meetingLink"
  | "keepUntil"
  | "cancelledAt"
  | "cancelledBy"
  | "cancelReason"
  | "clientAbsentAt"
  | "providerAbsentAt"
  | "version"
  | "createdAt"
>;

/** The columns of a `ShownBooking`, of a table called `b`. */
export const shownColumns = fragment`b.id, b.state, b.host_id, b.client_id, b.offer_id, b.governor_order_id, b.title,
  b.minutes, b.amount_minor, b.currency, b.starts_at, b.ends_at, b.host_zone, b.meeting_link, b.keep_until,
  b.cancelled_at, b.cancelled_by, b.cancel_reason, b.client_absent_at, b.provider_absent_at, b.version, b.created_at`;

/** A booking ready to be sent. */
export const presentBooking = (booking: ShownBooking): z.infer<typeof bookingView> => ({
  id: booking.id,
  state: booking.state,
  hostId: booking.hostId,
  clientId: booking.clientId,
  offerId: booking.offerId,
  orderId: booking.governorOrderId,
  title: booking.title,
  minutes: booking.minutes,
  price: { amountMinor: booking.amountMinor, currency: booking.currency },
  startsAt: booking.startsAt.toISOString(),
  endsAt: booking.endsAt.toISOString(),
  hostZone: booking.hostZone,
  meetingLink: booking.meetingLink,
  keptUntil: booking.state === "pending" ? (booking.keepUntil?.toISOString() ?? null) : null,
  cancelled: presentCancellation(booking),
  absent: [
    ...(booking.clientAbsentAt ? (["client"] as const) : []),
    ...(booking.providerAbsentAt ? (["provider"] as const) : []),
  ],
  version: booking.version,
  createdAt: booking.createdAt.toISOString(),
});

const presentCancellation = ({ cancelledAt, cancelledBy, cancelReason }: ShownBooking) =>
  cancelledAt && cancelledBy && { at: cancelledAt.toISOString(), by: cancelledBy, reason: cancelReason };
