import { type Scope } from "../../../platform/scope/scope.ts";
import { fragment } from "../../../platform/scope/sql.ts";
import { addDays, type PlainDate, wallToInstant } from "../../../platform/time.ts";
import { type ShownBooking, shownColumns } from "../bookings/booking-view.ts";
import { Booking } from "../models/booking.ts";

/**
 * The bookings that touch dates of their hosts' own calendars, earliest first and at most 100: those a vacation or closure
 * would have prevented. Of one host, or of all.
 */
export async function readBookingsOnDates(
  scope: Scope,
  { from, until, hostId }: { from: PlainDate; until: PlainDate; hostId: string | null },
): Promise<ShownBooking[]> {
  const standing = fragment`b.state in ('pending', 'confirmed')
    ${hostId === null ? fragment`` : fragment`and b.host_id = ${hostId}`}`;
  // No zone is more than a day away from UTC. What the dates mean in each is left to our own arithmetic: the database's may be older.
  const zones = await scope.read<{ hostZone: string }>`
    select distinct b.host_zone from ${Booking} b
    where ${standing} and b.ends_at > ${wallToInstant("UTC", addDays(from, -1), 0)}
      and b.starts_at < ${wallToInstant("UTC", addDays(until, 2), 0)}`;
  const names = zones.map(({ hostZone }) => hostZone);
  return scope.read<ShownBooking>`
    select ${shownColumns} from ${Booking} b
    join unnest(
      ${names}::text[],
      ${names.map((zone) => wallToInstant(zone, from, 0))}::timestamptz[],
      ${names.map((zone) => wallToInstant(zone, addDays(until, 1), 0))}::timestamptz[]
    ) as dates (zone, begin_at, end_at) on dates.zone = b.host_zone
    where ${standing} and b.ends_at > dates.begin_at and b.starts_at < dates.end_at
    order by b.starts_at, b.id limit 100`;
}
