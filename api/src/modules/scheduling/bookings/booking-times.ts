import { type Scope } from "../../../platform/scope/scope.ts";
import { minutes, plus } from "../../../platform/time.ts";
import { cancelTimers, setTimer } from "../../../platform/timers/timer.ts";
import { type Booking } from "../models/booking.ts";
import { remindersFor } from "../rules/reminders.ts";
import { schedulingOf } from "../settings.ts";

/** Sets what happens by itself around a confirmed booking: its reminders, and the end of one that no order watches over. */
export async function setBookingTimers(scope: Scope, booking: Booking): Promise<void> {
  for (const { offsetMinutes, dueAt } of remindersFor(booking.startsAt, scope.now)) {
    await setTimer(scope, {
      name: "scheduling.remind_booking",
      subjectId: booking.id,
      key: String(offsetMinutes),
      dueAt,
      payload: { minutes: offsetMinutes },
    });
  }
  if (booking.governorOrderId !== null) return;
  const grace = minutes(schedulingOf(scope.tenant).completionGraceMinutes);
  await setTimer(scope, {
    name: "scheduling.complete_booking",
    subjectId: booking.id,
    dueAt: plus(booking.endsAt, grace),
  });
}

/** Calls off what was to happen by itself around a booking. */
export async function cancelBookingTimers(scope: Scope, { id }: Pick<Booking, "id">): Promise<void> {
  await cancelTimers(scope, { name: "scheduling.remind_booking", subjectId: id });
  await cancelTimers(scope, { name: "scheduling.complete_booking", subjectId: id });
}
