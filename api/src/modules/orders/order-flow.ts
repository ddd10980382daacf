import { type FlowKind } from "../../platform/flow/flow-kind.ts";
import { type Step } from "../../platform/flow/interpreter.ts";
import { openOperatorTask } from "../../platform/operator-tasks.ts";
import { Order } from "./models/order.ts";
import { type OrderContext } from "./order-context.ts";
import { postStep, readEscrow, refundIn } from "./order-money.ts";

type Common<Context> = Pick<FlowKind<Context>, "readEscrow" | "moveEscrow" | "finish" | "alarm">;

/** What the flows of all orders have in common, whatever they sell: their money, their row and who has to look. */
export function orderFlow<Context extends OrderContext>(parts: {
  /** Tells what a step has changed. */
  readonly announce: (context: Context, step: Step) => Promise<void>;
  /** Writes what the kind keeps beside the order's row. */
  readonly save?: (context: Context, step: Step) => Promise<void>;
}): Common<Context> {
  return {
    readEscrow,
    moveEscrow: ({ moves }, move) => void moves.push(move),
    async finish(context, step) {
      await saveOrder(context, step);
      await parts.save?.(context, step);
      await parts.announce(context, step);
      await postStep(context, step);
    },
    alarm: ({ scope, run }, event) =>
      openOperatorTask(scope, { kind: "orders.unexpected_event", subjectId: run.id, params: { event } }),
  };
}

/** Writes back what the step changed of the order's own row. */
async function saveOrder(
  { scope, run, order, moves, takenBackMinor }: OrderContext,
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
