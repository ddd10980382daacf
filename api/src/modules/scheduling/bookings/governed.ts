import { announce } from "../../../platform/outbox/announce.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { assertNotBlocked } from "../../safety/index.ts";
import { keepTime } from "../busy-time.ts";
import { failure } from "../errors.ts";
import { bookingFactOf } from "../events.ts";
import { closeHold } from "../holds/end-holds.ts";
import { assertLive, lockHold } from "../holds/lock-hold.ts";
import { Booking } from "../models/booking.ts";
import { type Party, type Side } from "../rules/booking-states.ts";
import { expiryWithPayment } from "../rules/holds.ts";
import { addBooking } from "./add-booking.ts";
import { cancel, complete, confirm, markAbsent, move, regain } from "./changes.ts";
import { lockGovernedBooking } from "./lock-booking.ts";

// What orders do with the bookings they govern. Who may ask for it, the order's flow has decided.

/** A booking and the order that says it governs it; another order's booking is refused as a bug. */
export interface Governed {
  readonly bookingId: string;
  readonly governorId: string;
}

/**
 * Turns the caller's hold into a pending booking of the same id. `keepUntil` is shown to people; giving an unpaid booking up is the
 * order's business. Refuses a hold that is over, one of the client's own time, and two people of whom one blocked the other.
 */
export async function bookHold(
  scope: Scope,
  {
    holdId,
    clientId,
    governor,
    keepUntil,
  }: {
    readonly holdId: string;
    readonly clientId: string;
    readonly governor: { readonly kind: "order"; readonly id: string } | null;
    readonly keepUntil: Date | null;
  },
): Promise<Booking> {
  const hold = await lockHold(scope, holdId);
  assertLive(scope, hold);
  if (hold.hostId === clientId) throw failure("scheduling.own_time");
  // The time may have been kept by a visitor, or before one of them blocked the other.
  await assertNotBlocked(scope, clientId, hold.hostId);
  await keepTime(scope, holdId, "pending");
  await closeHold(scope, hold, "booked");
  const booking = await addBooking(scope, hold, { clientId, orderId: governor?.id ?? null, keepUntil });
  await announce(scope, "booking.requested", bookingFactOf(booking));
  return booking;
}

/** Keeps an unpaid booking until its pay session has ended and five minutes more, once; answers until when it is kept. */
export async function keepForPayment(
  scope: Scope,
  governed: Governed,
  paySessionEndsAt: Date,
): Promise<Date> {
  const booking = await lockGovernedBooking(scope, governed);
  const { createdAt: heldAt, keepUntil, paymentStartedAt } = booking;
  const expiresAt = keepUntil ?? scope.now;
  const kept = expiryWithPayment({ heldAt, expiresAt, paymentStartedAt }, paySessionEndsAt);
  await scope
    .query(Booking)
    .where({ id: booking.id })
    .patch({ keepUntil: kept, paymentStartedAt: paymentStartedAt ?? scope.now });
  return kept;
}

/** Makes a booking certain: paid, or free. */
export async function confirmGoverned(scope: Scope, governed: Governed): Promise<Booking> {
  return confirm(scope, await lockGovernedBooking(scope, governed), "system");
}

/** Gives the time of a booking back that was not paid in time. */
export async function giveUpGoverned(scope: Scope, governed: Governed): Promise<Booking> {
  const booking = await lockGovernedBooking(scope, governed);
  return cancel(scope, booking, { by: "system", reason: null, givenUpAt: scope.now });
}

/** Takes the time of a booking again that was given up; false when it has passed or somebody else has it now. */
export async function regainGoverned(scope: Scope, governed: Governed): Promise<boolean> {
  return regain(scope, await lockGovernedBooking(scope, governed));
}

/** Calls a booking off, in the name of whoever asked its order to. One that is off already stays as it is. */
export async function cancelGoverned(
  scope: Scope,
  { by, reason, ...governed }: Governed & { readonly by: Party; readonly reason: string | null },
): Promise<Booking> {
  const booking = await lockGovernedBooking(scope, governed);
  return booking.state === "cancelled" ? booking : cancel(scope, booking, { by, reason });
}

/** Counts a session as held. */
export async function completeGoverned(scope: Scope, governed: Governed): Promise<Booking> {
  return complete(scope, await lockGovernedBooking(scope, governed), "system");
}

/** Notes that one side did not come: an absent client's session counts as held, an absent provider's as cancelled. */
export async function markNoShow(
  scope: Scope,
  { who, ...governed }: Governed & { readonly who: Side },
): Promise<Booking> {
  return markAbsent(scope, await lockGovernedBooking(scope, governed), who);
}

/** Moves a booking to another time, if it is free at this moment. */
export async function moveGoverned(
  scope: Scope,
  { startsAt, ...governed }: Governed & { readonly startsAt: Date },
): Promise<Booking> {
  return move(scope, await lockGovernedBooking(scope, governed), startsAt);
}
