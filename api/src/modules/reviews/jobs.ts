import { z } from "zod";
import { type Job, job } from "../../platform/jobs/job.ts";
import { findBought, findSession } from "./reviewable.ts";
import { openRound } from "./round.ts";

export const reviewJobs: readonly Job[] = [
  job({
    name: "reviews.open_round",
    on: ["booking.completed"],
    payload: z.object({ bookingId: z.uuid() }),
    async run(scope, { bookingId }) {
      const session = await findSession(scope, bookingId);
      if (session?.isCompleted) await openRound(scope, session.reviewable);
    },
  }),
  job({
    name: "reviews.open_round_of_order",
    on: ["order.settled"],
    payload: z.object({ orderId: z.uuid(), bookingId: z.uuid().nullable() }),
    async run(scope, { orderId, bookingId }) {
      // Sessions are completed before their money is settled.
      if (bookingId !== null) return;
      const bought = await findBought(scope, orderId);
      if (bought?.isCompleted) await openRound(scope, bought.reviewable);
    },
  }),
];
