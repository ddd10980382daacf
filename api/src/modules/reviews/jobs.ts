import { z } from "zod";
import { type Job, job } from "../../platform/jobs/job.ts";
import { presentBookingById } from "../scheduling/index.ts";
import { openRound } from "./round.ts";

export const reviewJobs: readonly Job[] = [
  job({
    name: "reviews.open_round",
    on: ["booking.completed"],
    payload: z.object({ bookingId: z.uuid() }),
    async run(scope, { bookingId }) {
      const booking = await presentBookingById(scope, bookingId);
      if (booking?.state === "completed") await openRound(scope, booking);
    },
  }),
];
