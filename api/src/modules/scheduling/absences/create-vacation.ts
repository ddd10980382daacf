import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { auditOffice } from "../audit-office.ts";
import { bookingView, presentBooking } from "../bookings/booking-view.ts";
import { dateRange, refuseInverted } from "../fields.ts";
import { lockHost } from "../hours/host-row.ts";
import { Vacation } from "../models/vacation.ts";
import { hostMeant } from "../policy.ts";
import { readBookingsOnDates } from "./bookings-on-dates.ts";
import { presentVacation, vacationView } from "./vacation-view.ts";

export const createVacation = operation({
  summary:
    "Takes a host's slots away for some dates, and answers the bookings inside, which stay until somebody decides.",
  input: z.strictObject({
    /** The caller's own calendar when not given. */
    hostId: z.uuid().optional(),
    ...dateRange,
  }),
  /** The bookings inside, at most 100 of them, earliest first. */
  output: vacationView.extend({ bookings: z.array(bookingView) }),
  async run(scope, { hostId: named, from, until }) {
    const hostId = hostMeant(scope.actor, named);
    refuseInverted({ from, until });
    await lockHost(scope, hostId);
    const vacation = await scope.query(Vacation).insert({ hostId, fromOn: from, untilOn: until });
    await auditOffice(scope, {
      action: "scheduling.create_vacation",
      entity: { kind: "host", id: hostId },
      after: { from, until },
    });
    const bookings = await readBookingsOnDates(scope, { from, until, hostId });
    return { ...presentVacation(vacation), bookings: bookings.map(presentBooking) };
  },
});
