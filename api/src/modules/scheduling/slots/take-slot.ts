import { newId } from "../../../platform/ids.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { minutes, plus } from "../../../platform/time.ts";
import { failure } from "../errors.ts";
import { type Booking } from "../models/booking.ts";
import { type BusyState } from "../models/busy-span.ts";
import { Host } from "../models/host.ts";
import { type SessionOffer } from "../models/session-offer.ts";
import { type Availability } from "../rules/availability.ts";
import { HostCalendar } from "../rules/host-calendar.ts";
import { refusalOfSlot, type SlotRefusal } from "../rules/slots.ts";
import { takeTime } from "../take-time.ts";
import { readSearches } from "./read-searches.ts";

/** A slot that was taken, with what was offered at that moment: what a hold and a booking have in common. */
export type TakenSlot = Pick<
  Booking,
  | "id"
  | "hostId"
  | "offerId"
  | "title"
  | "minutes"
  | "amountMinor"
  | "currency"
  | "bufferBeforeMinutes"
  | "bufferAfterMinutes"
  | "startsAt"
  | "endsAt"
  | "hostZone"
>;

/** Takes a slot of an offer for a new hold or booking, or says why it cannot be had: on the same grid that was shown. */
export async function takeSlot(
  scope: Scope,
  offer: SessionOffer,
  { startsAt, state }: { readonly startsAt: Date; readonly state: BusyState },
): Promise<TakenSlot> {
  // With limits, two slots far apart exclude each other: what was counted must stay true until the end of the transaction.
  if (Object.keys(offer.limits).length > 0)
    await scope.query(Host).findOne({ id: offer.hostId }).forNoKeyUpdate();
  const search = (await readSearches(scope, [offer], { from: startsAt, until: plus(startsAt, 1) })).get(
    offer.id,
  );
  if (!search) throw new Error("The offer has no host.");
  const refusal = refusalOfSlot(search, startsAt.getTime());
  if (refusal) throw failure(codeOf[refusal]);

  const { hostId, title, amountMinor, currency, bufferBeforeMinutes, bufferAfterMinutes } = offer;
  const slot: TakenSlot = {
    id: newId(scope.now),
    hostId,
    offerId: offer.id,
    title,
    minutes: offer.minutes,
    amountMinor,
    currency,
    bufferBeforeMinutes,
    bufferAfterMinutes,
    startsAt,
    endsAt: plus(startsAt, minutes(offer.minutes)),
    hostZone: zoneAt(search.availability, startsAt),
  };
  if (!(await takeTime(scope, slot, state))) throw failure("scheduling.slot_taken");
  return slot;
}

/** The failure of each reason a slot cannot be booked. */
export const codeOf = {
  too_soon: "scheduling.slot_too_soon",
  too_far: "scheduling.slot_too_far",
  not_offered: "scheduling.slot_not_offered",
  taken: "scheduling.slot_taken",
  limit_reached: "scheduling.slot_limit_reached",
} as const satisfies Record<SlotRefusal, string>;

/** The zone a host is in at a moment. */
export function zoneAt({ zone, stays }: Pick<Availability, "zone" | "stays">, at: Date): string {
  const calendar = new HostCalendar(zone, stays);
  return calendar.zoneOn(calendar.dayAt(at.getTime())).name;
}
