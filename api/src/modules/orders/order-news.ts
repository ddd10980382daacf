import { type Step } from "../../platform/flow/interpreter.ts";
import { announce } from "../../platform/outbox/announce.ts";
import { announceOrder, orderFactOf } from "./events.ts";
import { type OrderContext } from "./order-context.ts";

/** Tells what any order may have been through in a step: money given back by hand, and its dispute. */
export async function announceCommon(context: OrderContext, step: Step): Promise<void> {
  const { scope, order, answered, dispute } = context;
  if (["refund_part", "take_back"].includes(step.transition))
    await announceOrder(scope, "order.refunded", order);
  const fact = orderFactOf(order);
  if (answered) await announce(scope, "order.dispute_answered", { ...fact, disputeId: answered.id });
  if (dispute) {
    const isOpen = step.transition !== "rule" && step.frozenBy === "dispute";
    const event = isOpen ? "order.dispute_opened" : "order.dispute_closed";
    await announce(scope, event, { ...fact, disputeId: dispute.id });
  }
}
