import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { bookingView, presentBooking } from "./booking-view.ts";
import { readBooking } from "./read-booking.ts";

export const getBooking = operation({
  summary: "Answers a booking to its client, its host and the site's team.",
  input: z.strictObject({ id: z.uuid() }),
  output: bookingView,
  async run(scope, { id }) {
    const { booking } = await readBooking(scope, id);
    return presentBooking(booking);
  },
});
