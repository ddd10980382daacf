import { type Scope } from "../../../platform/scope/scope.ts";
import { Booking } from "../models/booking.ts";

/** How many bookings of a member, as client or host, are pending or confirmed: as many as `listBookings` holds of them. */
export async function countUpcoming(scope: Scope, memberId: string): Promise<number> {
  const [row] = await scope.read<{ upcoming: number }>`
    select count(*)::int as upcoming from ${Booking} b
    where ${memberId} in (b.client_id, b.host_id) and b.state in ('pending', 'confirmed')`;
  return row?.upcoming ?? 0;
}
