import { notFound } from "../../../platform/errors.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { readMember } from "../../identity/index.ts";
import { assertNotBlocked } from "../../safety/index.ts";
import { failure } from "../errors.ts";
import { bookingFactOf } from "../events.ts";
import { findOpenOffer } from "../offers/open-offer.ts";
import { takeSlot } from "../slots/take-slot.ts";
import { addBooking } from "./add-booking.ts";

/** A slot that the site's team took for a member, and what it would have cost them. */
export interface SlotTakenFor {
  readonly bookingId: string;
  readonly hostId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** The moment it was taken: nobody keeps it, it is to be confirmed at once. */
  readonly keptUntil: Date;
  readonly price: { readonly title: string; readonly amountMinor: number; readonly currency: string };
  /** Makes its pending booking, governed by an order. */
  readonly governBy: (orderId: string) => Promise<void>;
}

/** Takes a slot of an offer for a member in the name of the site's team; refuses as for whoever books themselves. */
export async function bookSlotFor(
  scope: Scope,
  {
    offerId,
    clientId,
    startsAt,
  }: { readonly offerId: string; readonly clientId: string; readonly startsAt: Date },
): Promise<SlotTakenFor> {
  const offer = await findOpenOffer(scope, offerId);
  if (offer.hostId === clientId) throw failure("scheduling.own_time");
  const client = await readMember(scope, clientId);
  if (client?.status !== "active") throw notFound();
  await assertNotBlocked(scope, clientId, offer.hostId);
  const slot = await takeSlot(scope, offer, { startsAt, state: "pending" });
  const { id, hostId, endsAt, title, amountMinor, currency } = slot;
  return {
    bookingId: id,
    hostId,
    startsAt: slot.startsAt,
    endsAt,
    keptUntil: scope.now,
    price: { title, amountMinor, currency },
    async governBy(orderId) {
      const booking = await addBooking(scope, slot, { clientId, orderId, keepUntil: scope.now });
      await announce(scope, "booking.requested", bookingFactOf(booking));
    },
  };
}
