import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { auditOffice } from "../audit-office.ts";
import { bookingView, presentBooking } from "../bookings/booking-view.ts";
import { dateRange, refuseInverted } from "../fields.ts";
import { Closure } from "../models/closure.ts";
import { readBookingsOnDates } from "./bookings-on-dates.ts";
import { closureView, presentClosure } from "./closure-view.ts";

export const createClosure = operation({
  summary:
    "Closes the whole site for some dates, and answers the bookings inside, which stay until somebody decides.",
  input: z.strictObject({ name: z.string().trim().min(1).max(100), ...dateRange }),
  /** The bookings inside, at most 100 of them, earliest first. */
  output: closureView.extend({ bookings: z.array(bookingView) }),
  async run(scope, { name, from, until }) {
    refuseInverted({ from, until });
    const closure = await scope.query(Closure).insert({ name, fromOn: from, untilOn: until });
    await auditOffice(scope, {
      action: "scheduling.create_closure",
      entity: { kind: "closure", id: closure.id },
      after: { name, from, until },
    });
    const bookings = await readBookingsOnDates(scope, { from, until, hostId: null });
    return { ...presentClosure(closure), bookings: bookings.map(presentBooking) };
  },
});
