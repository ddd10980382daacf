import { procedure, router } from "../../platform/rpc/procedure.ts";
import { providerRoles } from "../people/index.ts";
import { createClosure } from "./absences/create-closure.ts";
import { createVacation } from "./absences/create-vacation.ts";
import { deleteClosure } from "./absences/delete-closure.ts";
import { deleteVacation } from "./absences/delete-vacation.ts";
import { listClosures } from "./absences/list-closures.ts";
import { listVacations } from "./absences/list-vacations.ts";
import { cancelBooking } from "./bookings/cancel-booking.ts";
import { completeBooking } from "./bookings/complete-booking.ts";
import { createBooking } from "./bookings/create-booking.ts";
import { getBooking } from "./bookings/get-booking.ts";
import { joinBooking } from "./bookings/join-booking.ts";
import { listBookings } from "./bookings/list-bookings.ts";
import { getCalendarFeed } from "./calendars/get-calendar-feed.ts";
import { getCalendarFile } from "./calendars/get-calendar-file.ts";
import { getHold } from "./holds/get-hold.ts";
import { giveHoldEmail } from "./holds/give-hold-email.ts";
import { holdSlot } from "./holds/hold-slot.ts";
import { releaseHold } from "./holds/release-hold.ts";
import { createOverride } from "./hours/create-override.ts";
import { deleteOverride } from "./hours/delete-override.ts";
import { getHours } from "./hours/get-hours.ts";
import { listOverrides } from "./hours/list-overrides.ts";
import { replaceHours } from "./hours/replace-hours.ts";
import { createOffer } from "./offers/create-offer.ts";
import { deleteOffer } from "./offers/delete-offer.ts";
import { getOffer } from "./offers/get-offer.ts";
import { listHostOffers } from "./offers/list-host-offers.ts";
import { listOffers } from "./offers/list-offers.ts";
import { updateOffer } from "./offers/update-offer.ts";
import { getOverlap } from "./slots/get-overlap.ts";
import { listSlots } from "./slots/list-slots.ts";

const everybody = { audience: ["visitor", "staff", "server"], module: "booking" } as const;
const visitor = { audience: "visitor", module: "booking" } as const;
const member = { audience: "member", module: "booking" } as const;
const people = { audience: ["member", "staff", "server"], module: "booking" } as const;
const viewers = { ...people, permission: "scheduling.view_bookings" } as const;
// Hours and offers are prepared while an application waits; nobody sees or books them before it is approved.
const hosts = {
  ...people,
  permission: "scheduling.hosts",
  memberRoles: providerRoles,
  applicantsToo: true,
} as const;
// Sessions that were booked take place, also when the site may sell no more of them.
const booked = { goesOn: true } as const;
const bookings = { ...people, permission: "scheduling.bookings" } as const;
const office = { audience: ["staff", "server"], module: "booking" } as const;

export const schedulingRouter = router({
  listOffers: procedure({ ...everybody, publicSeconds: 10 }).query(listOffers),
  getOffer: procedure({ ...everybody, publicSeconds: 10 }).query(getOffer),
  listHostOffers: procedure(viewers).query(listHostOffers),
  createOffer: procedure(hosts).mutation(createOffer),
  updateOffer: procedure(hosts).mutation(updateOffer),
  deleteOffer: procedure(hosts).mutation(deleteOffer),

  // A free time may be gone in a second: caches ask again each time.
  listSlots: procedure({ ...everybody, publicSeconds: 0, onOwnPages: true }).query(listSlots),
  getOverlap: procedure(viewers).query(getOverlap),

  getHours: procedure(viewers).query(getHours),
  replaceHours: procedure(hosts).mutation(replaceHours),
  listOverrides: procedure(viewers).query(listOverrides),
  createOverride: procedure(hosts).mutation(createOverride),
  deleteOverride: procedure(hosts).mutation(deleteOverride),

  listVacations: procedure(viewers).query(listVacations),
  createVacation: procedure(hosts).mutation(createVacation),
  deleteVacation: procedure(hosts).mutation(deleteVacation),
  listClosures: procedure(viewers).query(listClosures),
  createClosure: procedure({ ...office, permission: "scheduling.hosts" }).mutation(createClosure),
  deleteClosure: procedure({ ...office, permission: "scheduling.hosts" }).mutation(deleteClosure),

  holdSlot: procedure({ ...visitor, proofOfWork: true, callsPerMinute: 30 }).mutation(holdSlot),
  getHold: procedure(visitor).query(getHold),
  releaseHold: procedure(visitor).mutation(releaseHold),
  giveHoldEmail: procedure(visitor).mutation(giveHoldEmail),

  createBooking: procedure({ ...office, permission: "scheduling.bookings" }).mutation(createBooking),
  getBooking: procedure({ ...viewers, ...booked }).query(getBooking),
  listBookings: procedure({ ...viewers, ...booked }).query(listBookings),
  joinBooking: procedure({ ...member, ...booked, answersSecret: true }).threePart(joinBooking),
  completeBooking: procedure({ ...bookings, ...booked }).mutation(completeBooking),
  cancelBooking: procedure({ ...bookings, ...booked }).mutation(cancelBooking),
  getCalendarFile: procedure({ ...viewers, ...booked }).query(getCalendarFile),
  getCalendarFeed: procedure({ ...member, ...booked }).query(getCalendarFeed),
});
