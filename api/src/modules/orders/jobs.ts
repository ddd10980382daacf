import { z } from "zod";
import { takeTransition } from "../../platform/flow/engine.ts";
import { type Job, job } from "../../platform/jobs/job.ts";
import { openOperatorTask } from "../../platform/operator-tasks.ts";

const ofOrder = z.object({ orderId: z.uuid() });

/** What gateways tell, as the flows of orders hear it. */
export const paymentJobs: readonly Job[] = [
  job({
    name: "orders.take_payment",
    on: ["payment.succeeded"],
    payload: ofOrder,
    async run(scope, { orderId }) {
      await takeTransition(scope, orderId, { event: "payment.captured" });
    },
  }),
  job({
    name: "orders.take_chargeback",
    on: ["payment.disputed"],
    payload: ofOrder.extend({ state: z.enum(["open", "won", "lost"]) }),
    async run(scope, { orderId, state }) {
      if (state !== "won") await takeTransition(scope, orderId, { event: "payment.charged_back" });
      // The bank has given in: whoever rules on the order's dispute has to know.
      else await openOperatorTask(scope, { kind: "orders.chargeback_won", subjectId: orderId });
    },
  }),
];
