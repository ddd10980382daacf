import { wallClock } from "../../../platform/clock.ts";
import { newId } from "../../../platform/ids.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { minutes, plus } from "../../../platform/time.ts";
import { Booking } from "../models/booking.ts";
import { Host } from "../models/host.ts";
import { SessionOffer } from "../models/session-offer.ts";

/** A session that took place before its site kept its calendar here. */
export interface PastSession {
  readonly offerId: string;
  readonly clientId: string;
  readonly startsAt: Date;
}

/** Adds a session that is over as one that was held. Nobody is told, and whatever it cost was settled elsewhere. Answers its booking. */
export async function addPastSession(
  scope: Scope,
  { offerId, clientId, startsAt }: PastSession,
): Promise<Booking> {
  const offer = await scope.query(SessionOffer).findOne({ id: offerId }).throwIfNotFound();
  const host = await scope.query(Host).findOne({ id: offer.hostId }).throwIfNotFound();
  const endsAt = plus(startsAt, minutes(offer.minutes));
  if (endsAt > scope.now) throw new Error("A past session has to be over.");
  const { hostId, title, currency, bufferBeforeMinutes, bufferAfterMinutes } = offer;
  return await scope.query(Booking).insert({
    id: newId(wallClock()),
    hostId,
    offerId,
    clientId,
    title,
    minutes: offer.minutes,
    amountMinor: 0,
    currency,
    bufferBeforeMinutes,
    bufferAfterMinutes,
    startsAt,
    endsAt,
    hostZone: host.timeZone,
    governorOrderId: null,
    state: "completed",
    meetingLink: null,
    keepUntil: null,
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
