import { moduleFlow } from "../../../platform/flow/flow-kind.ts";
import { type Step } from "../../../platform/flow/interpreter.ts";
import { openOperatorTask } from "../../../platform/operator-tasks.ts";
import { paidSession } from "../flows/paid-session.ts";
import { sessionVocabulary } from "../flows/session-vocabulary.ts";
import { Order } from "../models/order.ts";
import { SessionContext } from "./session-context.ts";
import { sessionHandlers } from "./session-effects.ts";
import { postStep, readEscrow, refundIn } from "./session-money.ts";
import { announceStep } from "./session-news.ts";

/** The flow of booked sessions, bound to bookings, money and the order's own rows. */
export const sessionFlow = moduleFlow<SessionContext>({
  versions: [paidSession],
  vocabulary: sessionVocabulary,
  handlers: sessionHandlers,
  open: (run) => SessionContext.open(run),
  readEscrow,
  moveEscrow: ({ moves }, move) => void moves.push(move),
  async finish(context, step) {
    await saveOrder(context, step);
    await announceStep(context, step);
    await postStep(context, step);
  },
  alarm: ({ scope, run }, event) =>
    openOperatorTask(scope, { kind: "orders.unexpected_event", subjectId: run.id, params: { event } }),
});

/** Writes back what the step changed of the order's own row. */
async function saveOrder(
  { scope, run, order, moves, takenBackMinor }: SessionContext,
  step: Step,
): Promise<void> {
  order.state = step.after.state;
  order.version = run.revision + 1;
  order.refundedMinor += refundIn(moves) + takenBackMinor;
  const { state, version, refundedMinor, amountMinor, proposedBy, proposedStartsAt } = order;
  await scope
    .query(Order)
    .where({ id: order.id })
    .patch({ state, version, refundedMinor, amountMinor, proposedBy, proposedStartsAt });
}
