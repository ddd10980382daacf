import { type FlowKind, moduleFlow, type ModuleFlow } from "../../../platform/flow/flow-kind.ts";
import { type Step } from "../../../platform/flow/interpreter.ts";
import { openOperatorTask } from "../../../platform/operator-tasks.ts";
import { creditUnit } from "../../money/index.ts";
import { creditSession } from "../flows/credit-session.ts";
import { paidSession } from "../flows/paid-session.ts";
import { sessionVocabulary } from "../flows/session-vocabulary.ts";
import { Order } from "../models/order.ts";
import { SessionContext } from "./session-context.ts";
import { sessionHandlers } from "./session-effects.ts";
import { postStep, readEscrow, refundIn } from "./session-money.ts";
import { announceStep } from "./session-news.ts";

/** How the flows of booked sessions are bound to bookings, money and the order's own rows. */
const sessions: Omit<FlowKind<SessionContext>, "versions"> = {
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
};

/** Sessions that are paid through a gateway, or free. */
export const paidSessionFlow = moduleFlow({ ...sessions, versions: [paidSession] });

/** Sessions that are paid in credits. */
export const creditSessionFlow = moduleFlow({ ...sessions, versions: [creditSession] });

/** The flow an order walks at its price. */
export const flowFor = ({ amountMinor, currency }: Pick<Order, "amountMinor" | "currency">): ModuleFlow =>
  currency === creditUnit && amountMinor > 0 ? creditSessionFlow : paidSessionFlow;

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
