import { newId } from "../../platform/ids.ts";
import { type Handlers, type Input } from "../../platform/flow/vocabulary.ts";
import { closeOperatorTask, openOperatorTask } from "../../platform/operator-tasks.ts";
import { attachEvidence } from "./dispute-evidence.ts";
import { OrderDispute } from "./models/order-dispute.ts";
import { type disputeEffects } from "./flows/order-words.ts";
import { type OrderContext } from "./order-context.ts";
import { refuseBeyondPaid } from "./order-money.ts";

type DisputeWords = {
  roles: [];
  events: [];
  moments: {};
  effects: typeof disputeEffects;
  guards: {};
  policies: {};
  inputs: {};
};

/** What the words of disputes do, whatever the order is for. */
export const disputeHandlers: Handlers<DisputeWords, OrderContext>["effects"] = {
  openDispute: (context, { by }, input) =>
    openDispute(context, by, reasonIn(input) ?? context.along.reason ?? null),
  answerDispute: (context, _args, input) => answerDispute(context, reasonIn(input)),
  closeDispute: (context, { outcome }, input) => closeDispute(context, outcome, reasonIn(input)),
  async askOperator({ scope, run }, { about }) {
    await openOperatorTask(scope, { kind: `orders.${about}`, subjectId: run.id });
  },
  async takeBack(context, _args, input) {
    const amountMinor = Number(input["amountMinor"]);
    await refuseBeyondPaid(context, amountMinor);
    context.takenBackMinor = amountMinor;
  },
};

/** The reason somebody sent along; null when they gave none. */
export const reasonIn = (input: Input): string | null =>
  typeof input["reason"] === "string" ? input["reason"] : null;

/** Writes down that one side objects, and why. */
async function openDispute(
  context: OrderContext,
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
async function answerDispute(context: OrderContext, reply: string | null): Promise<void> {
  const dispute = await openDisputeOf(context);
  await context.scope
    .query(OrderDispute)
    .where({ id: dispute.id })
    .patch({ reply, repliedAt: context.scope.now });
  await attachEvidence(context.scope, dispute.id, context.along.evidence ?? []);
  context.answered = dispute;
}

/** Writes down how it ended; nobody has to look any more. */
async function closeDispute(
  context: OrderContext,
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

async function openDisputeOf({ scope, order }: OrderContext): Promise<OrderDispute> {
  const found = await scope.query(OrderDispute).findOne({ orderId: order.id }).whereNull("closedAt");
  if (!found) throw new Error(`the order ${order.id} has no open dispute`);
  return found;
}
