export { bookingView, presentBooking } from "./bookings/booking-view.ts";
export { refuseUnofferedMove } from "./bookings/check-move.ts";
export {
  bookHold,
  cancelGoverned,
  completeGoverned,
  confirmGoverned,
  giveUpGoverned,
  type Governed,
  keepForPayment,
  markNoShow,
  moveGoverned,
  regainGoverned,
} from "./bookings/governed.ts";
export { presentBookingById, readBooking } from "./bookings/read-booking.ts";
export { type CalendarFile, calendarFileOf } from "./calendars/calendar-file.ts";
export { bookingFact } from "./events.ts";
export { type KeptSlot, readHold } from "./holds/read-hold.ts";
export { type Booking } from "./models/booking.ts";
export { type Party, type Side } from "./rules/booking-states.ts";
export { type CancellationPolicy, refundPercent } from "./rules/cancellation-policy.ts";
export { schedulingOf } from "./settings.ts";
