export { addPastSession } from "./bookings/add-past-session.ts";
export { admitToRoom } from "./bookings/admit-to-room.ts";
export { bookingView } from "./bookings/booking-view.ts";
export { refuseUnofferedMove } from "./bookings/check-move.ts";
export {
  bookHold,
  cancelGoverned,
  completeGoverned,
  confirmGoverned,
  giveUpGoverned,
  keepForPayment,
  markNoShow,
  moveGoverned,
  regainGoverned,
} from "./bookings/governed.ts";
export { bookSlotFor } from "./bookings/book-slot-for.ts";
export { personalMeetingLink } from "./bookings/meeting-link.ts";
export { presentBookingById } from "./bookings/read-booking.ts";
export { calendarFileOf } from "./calendars/calendar-file.ts";
export { type KeptSlot, readHold } from "./holds/read-hold.ts";
export { type CancellationPolicy, refundPercent } from "./rules/cancellation-policy.ts";
export { schedulingOf } from "./settings.ts";
export { type OpenHost, readOpenHosts, readOpenHostsVersion } from "./slots/read-open-hosts.ts";
export { countBookings, listComingBookings } from "./bookings/coming-bookings.ts";
