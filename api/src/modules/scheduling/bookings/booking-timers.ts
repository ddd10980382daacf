import { z } from "zod";
import { announce } from "../../../platform/outbox/announce.ts";
import { minutes, plus } from "../../../platform/time.ts";
import { timer } from "../../../platform/timers/timer.ts";
import { bookingFactOf } from "../events.ts";
import { Booking } from "../models/booking.ts";
import { isWorthSending } from "../rules/reminders.ts";
import { complete } from "./changes.ts";

/** Tells that a session begins soon, which reminds its people. */
export const remindBooking = timer({
  name: "scheduling.remind_booking",
  payload: z.object({ minutes: z.int() }),
  async run(scope, { subjectId, payload: { minutes: offset } }) {
    const booking = await scope.query(Booking).findOne({ id: subjectId, state: "confirmed" });
    if (!booking) return;
    // Moved to a later time while this timer was on its way: that time has a reminder of its own.
    const isEarly = scope.now < plus(booking.startsAt, -minutes(offset));
    if (isEarly || !isWorthSending(offset, booking.startsAt, scope.now)) return;
    await announce(scope, "booking.reminder_due", { ...bookingFactOf(booking), minutes: offset });
  },
});

/** Counts a session that nobody sold as held when it has been over for a while. An order's flow does that itself. */
export const completeBookingByItself = timer({
  name: "scheduling.complete_booking",
  payload: z.object({}),
  async run(scope, { subjectId }) {
    const booking = await scope.query(Booking).findOne({ id: subjectId, state: "confirmed" }).forUpdate();
    if (booking && booking.endsAt <= scope.now) await complete(scope, booking, "system");
  },
});
