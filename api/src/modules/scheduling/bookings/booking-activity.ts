import { type Activity, type ActivitySource } from "../../../platform/module.ts";
import { Booking } from "../models/booking.ts";

/** What a member booked, or was booked for. */
export const bookingActivity: ActivitySource = {
  permission: "scheduling.view_bookings",
  read: (scope, { memberId, before, limit }) => scope.read<Activity>`
    select id, created_at as at, id as subject_id, state, title from ${Booking} b
    where ${memberId} in (client_id, host_id) and (created_at, id) < (${before.at}, ${before.id}::uuid)
    order by created_at desc, id desc limit ${limit}`,
};
