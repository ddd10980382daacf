import { notFound } from "../../../platform/errors.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { days, plus } from "../../../platform/time.ts";
import { readMember } from "../../identity/index.ts";
import { productName } from "../../tenancy/index.ts";
import { type ShownBooking, shownColumns } from "../bookings/booking-view.ts";
import { Booking } from "../models/booking.ts";
import { calendarText } from "../rules/ical.ts";
import { calendarEventOf } from "./calendar-events.ts";

const past = days(90);
const most = 1000;

/** A member's bookings as a calendar to subscribe to: from three months ago on, without those that were cancelled. */
export async function calendarFeedOf(scope: Scope, memberId: string): Promise<string> {
  const member = await readMember(scope, memberId);
  if (member?.status !== "active") throw notFound();
  const bookings = await scope.read<ShownBooking>`
    select ${shownColumns} from ${Booking} b
    where (b.client_id = ${memberId} or b.host_id = ${memberId}) and b.state in ('confirmed', 'completed')
      and b.ends_at > ${plus(scope.now, -past)}
    order by b.starts_at, b.id limit ${most}`;
  const events = bookings.map((booking) =>
    calendarEventOf(scope.tenant, booking, { other: "", attendee: null }),
  );
  return calendarText({ method: "PUBLISH", name: productName(scope.tenant), stampedAt: scope.now }, events);
}
