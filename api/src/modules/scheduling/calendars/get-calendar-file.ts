import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { readBooking } from "../bookings/read-booking.ts";
import { calendarFileFor } from "./calendar-file.ts";

export const getCalendarFile = operation({
  summary:
    "Answers a file that puts a booking into a calendar, moves it there or, once cancelled, takes it out.",
  input: z.strictObject({
    /** The booking. */
    id: z.uuid(),
  }),
  output: z.object({
    method: z.enum(["REQUEST", "CANCEL"]),
    filename: z.string(),
    /** RFC 5545, for `text/calendar; charset=utf-8`. */
    text: z.string(),
  }),
  async run(scope, { id }) {
    const { booking, party } = await readBooking(scope, id);
    return calendarFileFor(scope, booking, party === "provider" ? booking.hostId : booking.clientId);
  },
});
