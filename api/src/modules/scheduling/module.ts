import { type Module } from "../../platform/module.ts";
import { forgetClosedRoom } from "./bookings/admit-to-room.ts";
import { completeBookingByItself, remindBooking } from "./bookings/booking-timers.ts";
import { bookingContext } from "./bookings/conversation-context.ts";
import { countUpcoming } from "./bookings/count-upcoming.ts";
import { schedulingErrors } from "./errors.ts";
import { schedulingEvents } from "./events.ts";
import { fieldSentences } from "./field-sentences.ts";
import { claimHolds } from "./holds/claim-holds.ts";
import { expireHold, forgetHold } from "./holds/hold-timers.ts";
import { schedulingRoutes } from "./http.ts";
import { schedulingJobs } from "./jobs.ts";
import { reportableOffer } from "./offers/reportable-offer.ts";
import { personalData } from "./personal-data.ts";
import { schedulingSettings } from "./settings.ts";
import { bookingActivity } from "./bookings/booking-activity.ts";

export const schedulingModule: Module = {
  name: "scheduling",
  settings: schedulingSettings,
  permissions: {
    "scheduling.view_bookings": "See every host's hours, offers and bookings",
    "scheduling.hosts": "Change hosts' hours, offers and vacations, and the site's holidays",
    "scheduling.bookings": "Book members in, and complete or cancel bookings that nobody sold",
  },
  errors: schedulingErrors,
  fieldSentences,
  events: schedulingEvents,
  jobs: schedulingJobs,
  timers: [expireHold, forgetHold, remindBooking, completeBookingByItself, forgetClosedRoom],
  flows: [],
  http: schedulingRoutes,
  files: [],
  search: [],
  reportables: [reportableOffer],
  conversationContexts: [bookingContext],
  metrics: [],
  personalData,
  claim: claimHolds,
  limits: { "scheduling.bookings": { module: "booking", period: "month" } },
  counts: { upcomingBookings: { module: "booking", read: countUpcoming } },
  activity: { booking: bookingActivity },
  admin: [],
  demo: null,
};
