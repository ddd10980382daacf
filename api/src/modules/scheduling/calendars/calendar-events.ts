import { apiUrl } from "../../../platform/addresses.ts";
import { type Tenant } from "../../../platform/scope/tenant.ts";
import { productName } from "../../tenancy/index.ts";
import { type ShownBooking } from "../bookings/booking-view.ts";
import { type BookingState } from "../rules/booking-states.ts";
import { type CalendarEvent, type CalendarPerson } from "../rules/ical.ts";

const statusOf = {
  pending: "TENTATIVE",
  confirmed: "CONFIRMED",
  completed: "CONFIRMED",
  cancelled: "CANCELLED",
} as const satisfies Record<BookingState, CalendarEvent["status"]>;

/** A booking as one of its people has it in their calendar; `other` is the name of the person they meet. */
export const calendarEventOf = (
  tenant: Tenant,
  booking: ShownBooking,
  { other, attendee }: { readonly other: string; readonly attendee: CalendarPerson | null },
): CalendarEvent => ({
  uid: `${booking.id}@tessera`,
  sequence: booking.version,
  startsAt: booking.startsAt,
  endsAt: booking.endsAt,
  status: statusOf[booking.state],
  summary: other === "" ? booking.title : `${booking.title} · ${other}`,
  description: [booking.title, other, booking.meetingLink].filter(Boolean).join("\n"),
  url: booking.meetingLink,
  organizer: siteOrganizer(tenant),
  attendee,
});

// Neither side is shown the other's address: what they write to each other goes through the site.
const siteOrganizer = (tenant: Tenant): CalendarPerson => ({
  name: productName(tenant),
  email: `no-reply@${new URL(apiUrl()).hostname}`,
});
