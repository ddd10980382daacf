import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { auditOffice } from "../audit-office.ts";
import { bookingView, presentBooking } from "./booking-view.ts";
import { complete } from "./changes.ts";
import { lockFreeBooking } from "./lock-booking.ts";

export const completeBooking = operation({
  summary: "Marks a session that nobody sold as held. One that was sold is completed through its order.",
  input: z.strictObject({ id: z.uuid() }),
  output: bookingView,
  async run(scope, { id }) {
    const { booking, party } = await lockFreeBooking(scope, id);
    const completed = await complete(scope, booking, party);
    await auditOffice(scope, { action: "scheduling.complete_booking", entity: { kind: "booking", id } });
    return presentBooking(completed);
  },
});
