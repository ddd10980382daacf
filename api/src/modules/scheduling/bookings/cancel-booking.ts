import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { auditOffice } from "../audit-office.ts";
import { failure } from "../errors.ts";
import { isOffice } from "../policy.ts";
import { bookingView, presentBooking } from "./booking-view.ts";
import { cancel } from "./changes.ts";
import { lockFreeBooking } from "./lock-booking.ts";

export const cancelBooking = operation({
  summary: "Calls a session off that nobody sold. One that was sold is cancelled through its order.",
  input: z.strictObject({
    id: z.uuid(),
    /** Shown to the other side. */
    reason: z.string().trim().max(2000).default(""),
  }),
  output: bookingView,
  async run(scope, { id, reason }) {
    const { booking, party } = await lockFreeBooking(scope, id);
    const isOver = booking.state === "confirmed" && booking.startsAt <= scope.now;
    if (isOver && !isOffice(scope.actor)) throw failure("scheduling.already_started");
    const cancelled = await cancel(scope, booking, { by: party, reason: reason || null });
    await auditOffice(scope, { action: "scheduling.cancel_booking", entity: { kind: "booking", id } });
    return presentBooking(cancelled);
  },
});
