import { moduleFlow } from "../../../platform/flow/flow-kind.ts";
import { paidWork } from "../flows/paid-work.ts";
import { workVocabulary } from "../flows/work-vocabulary.ts";
import { OrderWork } from "../models/order-work.ts";
import { orderFlow } from "../order-flow.ts";
import { WorkContext } from "./work-context.ts";
import { workHandlers } from "./work-effects.ts";
import { announceStep } from "./work-news.ts";
import { setReminders } from "./work-reminders.ts";

/** Work that is delivered: its flow bound to money, the order's own rows and the reminders of its sides. */
export const paidWorkFlow = moduleFlow({
  ...orderFlow({
    announce: announceStep,
    async save(context, step) {
      await saveWork(context);
      await setReminders(context, step);
    },
  }),
  versions: [paidWork],
  vocabulary: workVocabulary,
  handlers: workHandlers,
  open: (run) => WorkContext.open(run),
});

/** Writes back what the step changed of the work's own row. */
async function saveWork({ scope, order, work }: WorkContext): Promise<void> {
  const { revisionsUsed, answers, answeredAt, paidAt, dueAt, cancelBy, cancelShare, cancelReason } = work;
  await scope
    .query(OrderWork)
    .where({ orderId: order.id })
    .patch({ revisionsUsed, answers, answeredAt, paidAt, dueAt, cancelBy, cancelShare, cancelReason });
}
