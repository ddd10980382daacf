import { requestFailure } from "../../../platform/errors.ts";
import { type Handlers } from "../../../platform/flow/vocabulary.ts";
import { newId } from "../../../platform/ids.ts";
import { wholeShare } from "../../../platform/money.ts";
import { days, minutes, plus } from "../../../platform/time.ts";
import { failure } from "../errors.ts";
import { type workVocabulary } from "../flows/work-vocabulary.ts";
import { OrderDelivery } from "../models/order-delivery.ts";
import { disputeHandlers, reasonIn } from "../order-disputes.ts";
import { hasToAnswer } from "../rules/questions.ts";
import { attachAnswers, attachDelivery } from "./work-files.ts";
import { type WorkContext } from "./work-context.ts";

/** What the buyer keeps after the pay session's end, so that a payment of its last moment arrives in time. */
const afterPaySession = minutes(5);

/** What the words of work do: with its row, its deliveries and the instants it lives by. */
export const workHandlers: Handlers<typeof workVocabulary, WorkContext> = {
  effects: {
    async extendPayment({ run, along }) {
      if (!along.paySessionEndsAt) throw new Error("a payment is entered with the end of its session");
      const until = plus(along.paySessionEndsAt, afterPaySession);
      const known = run.moments["pay.until"];
      if (!known || known < until) run.setMoments({ "pay.until": until });
    },
    async notePayment({ scope, work }) {
      work.paidAt = scope.now;
    },
    async keepAnswers({ scope, order, work, along }) {
      if (!along.answers) throw new Error("answers are sent by their operation");
      work.answers = along.answers;
      work.answeredAt = scope.now;
      await attachAnswers(scope, order.id, along.answers);
    },
    async startWork({ scope, run, work }) {
      setDue({ run, work }, plus(scope.now, days(work.days)));
    },
    async keepDelivery({ scope, order, along }) {
      if (!along.delivery) throw new Error("work is delivered by its operation");
      const { message, fileIds } = along.delivery;
      const number = (await scope.query(OrderDelivery).where({ orderId: order.id }).resultSize()) + 1;
      const id = newId(scope.now);
      await scope
        .query(OrderDelivery)
        .insert({ id, orderId: order.id, number, message, changes: null, changesAskedAt: null });
      await attachDelivery(scope, id, fileIds);
    },
    async askRevision({ scope, run, order, work }, { minutes: atLeast }, input) {
      if (work.revisions !== null && work.revisionsUsed >= work.revisions)
        throw failure("orders.no_revisions_left", { allowed: work.revisions });
      work.revisionsUsed += 1;
      const due = plus(scope.now, minutes(atLeast));
      if (!work.dueAt || work.dueAt < due) setDue({ run, work }, due);
      const latest = await scope
        .query(OrderDelivery)
        .where({ orderId: order.id })
        .orderBy("number", "desc")
        .first();
      if (!latest) throw new Error(`the order ${order.id} was delivered without a delivery`);
      await scope
        .query(OrderDelivery)
        .where({ id: latest.id })
        .patch({ changes: reasonIn(input), changesAskedAt: scope.now });
    },
    async proposeCancel({ work }, { by }, input) {
      work.cancelBy = by;
      work.cancelShare = Number(input["refundShare"]);
      work.cancelReason = reasonIn(input);
    },
    async dropCancel({ work }) {
      work.cancelBy = null;
      work.cancelShare = null;
      work.cancelReason = null;
    },
    ...disputeHandlers,
  },
  guards: {
    hasToAnswer: async ({ work }) => hasToAnswer(work.questions),
    mayAnswer: async ({ work }) => work.questions.length > 0 && work.answeredAt === null,
    isProposedBy: async ({ work }, { side }) => work.cancelBy === side,
  },
  policies: {
    proposedRefund: async ({ work, along }) => {
      const share = work.cancelShare ?? wholeShare;
      if ((along.answeredShare ?? share) !== share) throw requestFailure("request.conflict");
      return share;
    },
  },
};

function setDue({ run, work }: Pick<WorkContext, "run" | "work">, dueAt: Date): void {
  work.dueAt = dueAt;
  run.setMoments({ "work.due": dueAt });
}
