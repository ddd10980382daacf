import { z } from "zod";
import { takeTransition } from "../../platform/flow/engine.ts";
import { type Job, job } from "../../platform/jobs/job.ts";
import { openOperatorTask } from "../../platform/operator-tasks.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { beginAbout } from "../messaging/index.ts";
import { Order } from "./models/order.ts";

const ofOrder = z.object({ orderId: z.uuid() });

/** What gateways tell, as the flows of orders hear it, and what follows from a dispute. */
export const orderJobs: readonly Job[] = [
  job({
    name: "orders.take_payment",
    isUrgent: true,
    on: ["payment.succeeded"],
    payload: ofOrder.extend({ paymentId: z.uuid() }),
    async run(scope, { orderId, paymentId }) {
      if (await isNew(scope, { orderId, paymentId })) {
        await takeTransition(scope, orderId, { event: "payment.captured" });
      }
    },
  }),
  job({
    name: "orders.take_chargeback",
    on: ["payment.disputed"],
    payload: ofOrder.extend({ state: z.enum(["open", "won", "lost"]) }),
    async run(scope, { orderId, state }) {
      if (!(await isOrder(scope, orderId))) return;
      if (state !== "won") await takeTransition(scope, orderId, { event: "payment.charged_back" });
      // The bank has given in: whoever rules on the order's dispute has to know.
      else await openOperatorTask(scope, { kind: "orders.chargeback_won", subjectId: orderId });
    },
  }),
  job({
    name: "orders.open_dispute_conversation",
    on: ["order.dispute_opened"],
    payload: ofOrder,
    async run(scope, { orderId }) {
      // Apart from what the two wrote before they disagreed.
      if (scope.tenant.activeModules.includes("chat"))
        await beginAbout(scope, { kind: "dispute", id: orderId });
    },
  }),
];

/** Whether it is an order that was paid for: credits are paid for without one. */
async function isOrder(scope: Scope, orderId: string): Promise<boolean> {
  const found = await scope.sql`select id from ${Order} o where id = ${orderId}`;
  return found.length === 1;
}

/** Whether an order's payment is told of for the first time; the next one who tells of it waits and is told no. */
async function isNew(
  scope: Scope,
  { orderId, paymentId }: { readonly orderId: string; readonly paymentId: string },
): Promise<boolean> {
  const heard = await scope.sql`
    insert into order_payments (tenant_id, payment_id, order_id, heard_at)
    select ${scope.tenant.id}, ${paymentId}, id, ${scope.now} from ${Order} o where id = ${orderId}
    on conflict do nothing returning payment_id`;
  return heard.length === 1;
}
