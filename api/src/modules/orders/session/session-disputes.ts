import { newId } from "../../../platform/ids.ts";
import { closeOperatorTask } from "../../../platform/operator-tasks.ts";
import { attachEvidence } from "../dispute-evidence.ts";
import { OrderDispute } from "../models/order-dispute.ts";
import { type SessionContext } from "./session-context.ts";

/** Writes down that one side objects, and why. */
export async function openDispute(
  context: SessionContext,
  openedBy: OrderDispute["openedBy"],
  reason: string | null,
): Promise<void> {
  const { scope, order } = context;
  context.dispute = await scope.query(OrderDispute).insertAndFetch({
    id: newId(scope.now),
    orderId: order.id,
    openedBy,
    reason,
    openedAt: scope.now,
  });
  await attachEvidence(scope, context.dispute.id, context.along.evidence ?? []);
}

/** Writes down what the other side says. */
export async function answerDispute(context: SessionContext, reply: string | null): Promise<void> {
  const dispute = await openDisputeOf(context);
  await context.scope
    .query(OrderDispute)
    .where({ id: dispute.id })
    .patch({ reply, repliedAt: context.scope.now });
  await attachEvidence(context.scope, dispute.id, context.along.evidence ?? []);
  context.answered = dispute;
}

/** Writes down how it ended; nobody has to look any more. */
export async function closeDispute(
  context: SessionContext,
  outcome: NonNullable<OrderDispute["outcome"]>,
  ruling: string | null,
): Promise<void> {
  const { scope, order } = context;
  context.dispute = await openDisputeOf(context);
  await scope
    .query(OrderDispute)
    .where({ id: context.dispute.id })
    .patch({ outcome, ruling, closedAt: scope.now });
  for (const kind of ["orders.dispute", "orders.chargeback"]) {
    await closeOperatorTask(scope, { kind, subjectId: order.id });
  }
}

async function openDisputeOf({ scope, order }: SessionContext): Promise<OrderDispute> {
  const found = await scope.query(OrderDispute).findOne({ orderId: order.id }).whereNull("closedAt");
  if (!found) throw new Error(`the order ${order.id} has no open dispute`);
  return found;
}
