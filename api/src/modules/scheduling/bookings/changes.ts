import { requestFailure } from "../../../platform/errors.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { minutes, plus } from "../../../platform/time.ts";
import { freeTime, keepTime } from "../busy-time.ts";
import { failure } from "../errors.ts";
import { bookingFactOf } from "../events.ts";
import { Booking } from "../models/booking.ts";
import {
  type BookingState,
  mayMarkNoShow,
  type Party,
  refusalOfTransition,
  type Side,
  stateAfterNoShow,
} from "../rules/booking-states.ts";
import { schedulingOf } from "../settings.ts";
import { readTimetables } from "../slots/read-timetables.ts";
import { zoneAt } from "../slots/take-slot.ts";
import { takeTime } from "../take-time.ts";
import { cancelBookingTimers, setBookingTimers } from "./booking-times.ts";
import { meetingLinkOf } from "./meeting-link.ts";

// Each change takes a booking locked by its caller, who has decided that it may be made, and answers the booking as it then is.

/** Makes a booking certain: its room is known, its reminders are set. */
export async function confirm(scope: Scope, booking: Booking, by: Party): Promise<Booking> {
  refuseTransition(booking, "confirmed", by);
  await keepTime(scope, booking.id, "confirmed");
  const confirmed = await change(scope, booking, {
    state: "confirmed",
    keepUntil: null,
    meetingLink: meetingLinkOf(booking.id),
  });
  await setBookingTimers(scope, confirmed);
  await announce(scope, "booking.confirmed", bookingFactOf(confirmed));
  return confirmed;
}

/** Calls a booking off and gives its time back. */
export async function cancel(
  scope: Scope,
  booking: Booking,
  { by, reason, ...more }: { readonly by: Party; readonly reason: string | null; readonly givenUpAt?: Date },
): Promise<Booking> {
  refuseTransition(booking, "cancelled", by);
  await freeTime(scope, booking.id);
  await cancelBookingTimers(scope, booking);
  const cancelled = await change(scope, booking, {
    state: "cancelled",
    cancelledAt: scope.now,
    cancelledBy: by,
    cancelReason: reason,
    keepUntil: null,
    ...more,
  });
  await announce(scope, "booking.cancelled", { ...bookingFactOf(cancelled), by });
  return cancelled;
}

/** Counts a session as held. */
export async function complete(scope: Scope, booking: Booking, by: Party): Promise<Booking> {
  refuseTransition(booking, "completed", by);
  if (scope.now < booking.startsAt) throw failure("scheduling.not_started");
  await freeTime(scope, booking.id);
  await cancelBookingTimers(scope, booking);
  const completed = await change(scope, booking, { state: "completed" });
  await announce(scope, "booking.completed", bookingFactOf(completed));
  return completed;
}

/** Notes that one side did not come: an absent client's session counts as held, an absent provider's as cancelled. */
export async function markAbsent(scope: Scope, booking: Booking, absent: Side): Promise<Booking> {
  const { absenceGraceMinutes: graceMinutes } = schedulingOf(scope.tenant);
  // Who may mark whom was decided by the caller; the team may mark both, so only the time is judged here.
  if (!mayMarkNoShow(booking, absent, "staff", scope.now, graceMinutes))
    throw failure("scheduling.absence_refused", { graceMinutes });
  const at = absent === "client" ? { clientAbsentAt: scope.now } : { providerAbsentAt: scope.now };
  const marked = await change(scope, booking, at);
  await announce(scope, "booking.no_show_marked", { ...bookingFactOf(marked), absent });
  if (stateAfterNoShow(absent) === "completed") return complete(scope, marked, "system");
  return cancel(scope, marked, { by: "system", reason: null });
}

/** Moves a booking to another time, if it is free. Reminders of the old time are called off. */
export async function move(scope: Scope, booking: Booking, startsAt: Date): Promise<Booking> {
  const { id, hostId, state, startsAt: fromStartsAt, bufferBeforeMinutes, bufferAfterMinutes } = booking;
  if (state !== "pending" && state !== "confirmed")
    throw failure("scheduling.transition_refused", { from: state, to: "moved" });
  if (startsAt <= scope.now) throw failure("scheduling.slot_too_soon");
  const endsAt = plus(startsAt, minutes(booking.minutes));
  const hostZone = await readZoneAt(scope, hostId, startsAt);
  await freeTime(scope, id);
  const time = { id, hostId, startsAt, endsAt, bufferBeforeMinutes, bufferAfterMinutes };
  if (!(await takeTime(scope, time, state))) throw failure("scheduling.slot_taken");
  await cancelBookingTimers(scope, booking);
  const moved = await change(scope, booking, { startsAt, endsAt, hostZone });
  if (moved.state === "confirmed") await setBookingTimers(scope, moved);
  await announce(scope, "booking.moved", { ...bookingFactOf(moved), fromStartsAt });
  return moved;
}

/** Takes the time of a booking again that was given up unpaid; false when it has passed or somebody else has it now. */
export async function regain(scope: Scope, booking: Booking): Promise<boolean> {
  if (booking.givenUpAt === null || booking.startsAt <= scope.now) return false;
  if (!(await takeTime(scope, booking, "pending"))) return false;
  await change(scope, booking, {
    state: "pending",
    givenUpAt: null,
    cancelledAt: null,
    cancelledBy: null,
    cancelReason: null,
  });
  return true;
}

async function change(scope: Scope, booking: Booking, changes: Partial<Booking>): Promise<Booking> {
  const next = { ...changes, version: booking.version + 1 };
  await scope.query(Booking).where({ id: booking.id }).patch(next);
  return Object.assign(booking, next);
}

async function readZoneAt(scope: Scope, hostId: string, at: Date): Promise<string> {
  const timetable = (await readTimetables(scope, [hostId], { from: at, until: at })).get(hostId);
  if (!timetable) throw new Error("The booking has no host.");
  return zoneAt(timetable.availability, at);
}

function refuseTransition({ state }: Booking, to: BookingState, by: Party): void {
  const refusal = refusalOfTransition(state, to, by);
  if (refusal === "not_by_you") throw requestFailure("request.forbidden");
  if (refusal) throw failure("scheduling.transition_refused", { from: state, to });
}
