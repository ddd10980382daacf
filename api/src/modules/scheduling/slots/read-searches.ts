import { type Scope } from "../../../platform/scope/scope.ts";
import { days, plus } from "../../../platform/time.ts";
import { Booking } from "../models/booking.ts";
import { Hold } from "../models/hold.ts";
import { type SessionOffer } from "../models/session-offer.ts";
import { type Booked } from "../rules/booking-limits.ts";
import { type SlotSearch } from "../rules/slots.ts";
import { readTimetables, type TimetableRange } from "./read-timetables.ts";

/** What decides the slots of an offer beside its host's calendar. */
export type OfferShape = Pick<
  SessionOffer,
  | "id"
  | "hostId"
  | "minutes"
  | "stepMinutes"
  | "bufferBeforeMinutes"
  | "bufferAfterMinutes"
  | "noticeMinutes"
  | "horizon"
  | "limits"
>;

// The whole months that a range touches.
const month = days(32);

/** Everything that decides which slots offers have between two moments, by offer; at most three statements however many offers. */
export async function readSearches(
  scope: Scope,
  offers: readonly OfferShape[],
  range: TimetableRange,
): Promise<ReadonlyMap<string, SlotSearch>> {
  const hostIds = [...new Set(offers.map(({ hostId }) => hostId))];
  const [timetables, booked] = await Promise.all([
    readTimetables(scope, hostIds, range),
    readBooked(scope, offers.filter(hasLimits), range),
  ]);
  const searches = new Map<string, SlotSearch>();
  for (const offer of offers) {
    const timetable = timetables.get(offer.hostId);
    if (timetable)
      searches.set(offer.id, searchOf(scope, offer, { ...timetable, booked: booked.get(offer.id) ?? [] }));
  }
  return searches;
}

const hasLimits = ({ limits }: OfferShape): boolean =>
  limits.bookings !== undefined || limits.minutes !== undefined;

const searchOf = (
  { now }: Scope,
  offer: OfferShape,
  host: Pick<SlotSearch, "availability" | "busy"> & { readonly booked: readonly Booked[] },
): SlotSearch => ({
  ...host,
  shape: {
    lengthMinutes: offer.minutes,
    stepMinutes: offer.stepMinutes ?? offer.minutes,
    bufferBeforeMinutes: offer.bufferBeforeMinutes,
    bufferAfterMinutes: offer.bufferAfterMinutes,
  },
  now: now.getTime(),
  noticeMinutes: offer.noticeMinutes,
  horizon: offer.horizon,
  limits: offer.limits,
});

/** What counts against the limits of offers: their bookings that stand, and what is being kept of them. */
async function readBooked(
  scope: Scope,
  offers: readonly OfferShape[],
  { from, until, exceptBookingId }: TimetableRange,
): Promise<ReadonlyMap<string, readonly Booked[]>> {
  const byOffer = new Map<string, Booked[]>();
  if (offers.length === 0) return byOffer;
  const offerIds = offers.map(({ id }) => id);
  const hostIds = offers.map(({ hostId }) => hostId);
  const rows = await scope.read<{ offerId: string; startsAt: Date; minutes: number }>`
    select b.offer_id, b.starts_at, b.minutes from ${Booking} b
    where b.offer_id = any(${offerIds}::uuid[]) and b.state <> 'cancelled'
      and b.starts_at between ${plus(from, -month)} and ${plus(until, month)}
      and b.id is distinct from ${exceptBookingId ?? null}::uuid
    union all
    select h.offer_id, h.starts_at, h.minutes from ${Hold} h
    where h.host_id = any(${hostIds}::uuid[]) and h.offer_id = any(${offerIds}::uuid[])
      and h.state = 'live' and h.expires_at > ${scope.now}`;
  for (const { offerId, startsAt, minutes } of rows) {
    const booked = { startsAt: startsAt.getTime(), minutes };
    const others = byOffer.get(offerId);
    if (others) others.push(booked);
    else byOffer.set(offerId, [booked]);
  }
  return byOffer;
}
