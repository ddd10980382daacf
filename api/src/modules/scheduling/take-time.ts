import { type Scope } from "../../platform/scope/scope.ts";
import { minutes, plus } from "../../platform/time.ts";
import { endExpiredHolds } from "./holds/end-holds.ts";
import { type Booking } from "./models/booking.ts";
import { type BusyState } from "./models/busy-span.ts";

/** The time a hold or booking takes of its host. */
export type TimeOf = Pick<
  Booking,
  "id" | "hostId" | "startsAt" | "endsAt" | "bufferBeforeMinutes" | "bufferAfterMinutes"
>;

/**
 * Takes the time, buffers included, unless some of it is taken: the table decides, also between transactions that run at the
 * same moment. Answers whether it was free. Waits for a transaction that is taking or freeing the same time.
 */
export async function takeTime(scope: Scope, time: TimeOf, state: BusyState): Promise<boolean> {
  await endExpiredHolds(scope, time.hostId);
  const { id, hostId, startsAt, endsAt, bufferBeforeMinutes, bufferAfterMinutes } = time;
  // A plain insert would abort the transaction, and two of them at once can deadlock; this one answers no rows.
  const taken = await scope.sql`
    insert into busy_spans (tenant_id, resource_id, booking_id, busy_from, busy_until, state, created_at, updated_at)
    values (${scope.tenant.id}, ${hostId}, ${id}, ${plus(startsAt, -minutes(bufferBeforeMinutes))},
      ${plus(endsAt, minutes(bufferAfterMinutes))}, ${state}, ${scope.now}, ${scope.now})
    on conflict do nothing
    returning booking_id`;
  return taken.length === 1;
}
