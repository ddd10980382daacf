import { type z } from "zod";
import { type Scope } from "../../../platform/scope/scope.ts";
import { Booking } from "../models/booking.ts";
import { type bookingView, presentBooking, type ShownBooking, shownColumns } from "./booking-view.ts";

/** The sessions that end after a moment, soonest first, without cancelled ones: as many as asked for. */
export async function listComingBookings(
  scope: Scope,
  from: Date,
  limit: number,
): Promise<z.infer<typeof bookingView>[]> {
  const rows = await scope.read<ShownBooking>`
    select ${shownColumns} from ${Booking} b
    where b.starts_at > ${from}::timestamptz - interval '1 day' and b.ends_at > ${from} and b.state <> 'cancelled'
    order by b.starts_at, b.id limit ${limit}`;
  return rows.map(presentBooking);
}

/** How many sessions begin in a span of time, without cancelled ones; counts no further than `most`. */
export async function countBookings(
  scope: Scope,
  { from, until }: { readonly from: Date; readonly until: Date },
  most: number,
): Promise<number> {
  const [found] = await scope.read<{ count: number }>`
    select count(*)::int as count from (
      select 1 from ${Booking} b
      where b.starts_at >= ${from} and b.starts_at < ${until} and b.state <> 'cancelled' limit ${most}
    ) counted`;
  return found!.count;
}
