import { notFound } from "../../../platform/errors.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { readMember } from "../../identity/index.ts";
import { productName } from "../../tenancy/index.ts";
import { type ShownBooking, shownColumns } from "../bookings/booking-view.ts";
import { Booking } from "../models/booking.ts";
import { type CalendarMethod, calendarText } from "../rules/ical.ts";
import { calendarEventOf } from "./calendar-events.ts";

/** A file that puts a booking into a calendar, moves it there or takes it out. */
export interface CalendarFile {
  readonly method: Exclude<CalendarMethod, "PUBLISH">;
  readonly filename: string;
  /** RFC 5545, for `text/calendar; charset=utf-8`. */
  readonly text: string;
}

/** The calendar file of a booking for one of its two people. */
export async function calendarFileFor(
  scope: Scope,
  booking: ShownBooking,
  memberId: string,
): Promise<CalendarFile> {
  const otherId = memberId === booking.hostId ? booking.clientId : booking.hostId;
  const person = await readMember(scope, memberId);
  const other = await readMember(scope, otherId);
  const method = booking.state === "cancelled" ? "CANCEL" : "REQUEST";
  const event = calendarEventOf(scope.tenant, booking, {
    other: other?.name ?? "",
    attendee: person && { name: person.name, email: person.email },
  });
  const text = calendarText({ method, name: productName(scope.tenant), stampedAt: scope.now }, [event]);
  return { method, filename: `${booking.id}.ics`, text };
}

/** The same by the booking's id. The caller has settled that the member may have it. */
export async function calendarFileOf(
  scope: Scope,
  { bookingId, memberId }: { readonly bookingId: string; readonly memberId: string },
): Promise<CalendarFile> {
  const [booking] =
    await scope.read<ShownBooking>`select ${shownColumns} from ${Booking} b where b.id = ${bookingId}`;
  if (!booking) throw notFound();
  return calendarFileFor(scope, booking, memberId);
}
