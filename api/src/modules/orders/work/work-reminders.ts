import { z } from "zod";
import { parameterOf } from "../../../platform/flow/expression.ts";
import { mainRegion } from "../../../platform/flow/graphs.ts";
import { type Step } from "../../../platform/flow/interpreter.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { days, minutes, plus } from "../../../platform/time.ts";
import { cancelTimers, setTimer, timer } from "../../../platform/timers/timer.ts";
import { orderFactOf, type Reminder, reminders } from "../events.ts";
import { Order } from "../models/order.ts";
import { OrderDispute } from "../models/order-dispute.ts";
import { type WorkContext } from "./work-context.ts";

/** How long before something happens by itself its sides are told. */
const ahead = days(1);

const name = "orders.remind_of_work";

/** Tells the sides what is about to happen, as long as the order is where it was when the reminder was set. */
export const remindOfWork = timer({
  name,
  payload: z.object({ about: z.enum(reminders), state: z.string() }),
  async run(scope, { subjectId, payload: { about, state } }) {
    const [order] = await scope.read<Order>`select * from ${Order} o where id = ${subjectId}`;
    const disputes = await scope.read`
      select id from ${OrderDispute} d where order_id = ${subjectId} and closed_at is null`;
    // What a dispute keeps still needs no reminding.
    if (order?.state !== state || disputes.length > 0) return;
    await announce(scope, "order.reminded", { ...orderFactOf(order), about });
  },
});

/** Sets the reminders of the state that a step has entered, in place of those of the one before. */
export async function setReminders(context: WorkContext, step: Step): Promise<void> {
  const { scope, order } = context;
  if (!step.entered.includes(mainRegion)) return;
  await cancelTimers(scope, { name, subjectId: order.id });
  const { state } = step.after;
  for (const [about, dueAt] of remindersIn(context, step)) {
    if (dueAt > scope.now)
      await setTimer(scope, { name, subjectId: order.id, key: about, dueAt, payload: { about, state } });
  }
}

function remindersIn({ scope, run, work }: WorkContext, { after }: Step): [Reminder, Date][] {
  switch (after.state) {
    case "requirements":
      return [["answers", plus(scope.now, ahead)]];
    case "in_progress":
    case "revision":
      if (!work.dueAt) return [];
      return [
        ["due_soon", plus(work.dueAt, -ahead)],
        ["late", work.dueAt],
      ];
    case "delivered":
      return [
        ["acceptance", plus(scope.now, minutes(parameterOf("acceptanceMinutes", run.parameters)) - ahead)],
      ];
    default:
      return [];
  }
}
