import { procedure, router } from "../../platform/rpc/procedure.ts";
import { acceptOrder } from "./accept-order.ts";
import { answerDispute } from "./answer-dispute.ts";
import { answerMove } from "./answer-move.ts";
import { cancelOrder } from "./cancel-order.ts";
import { completeOrder } from "./complete-order.ts";
import { concedeDispute } from "./concede-dispute.ts";
import { disputeOrder } from "./dispute-order.ts";
import { getOrderHistory } from "./get-order-history.ts";
import { getOrder } from "./get-order.ts";
import { giveSession } from "./give-session.ts";
import { listDisputes } from "./list-disputes.ts";
import { listOrders } from "./list-orders.ts";
import { answerManagedMove } from "./manage/answer-managed-move.ts";
import { cancelManagedOrder } from "./manage/cancel-managed-order.ts";
import { getManagedCalendar } from "./manage/get-managed-calendar.ts";
import { getManagedOrder } from "./manage/get-managed-order.ts";
import { moveManagedOrder } from "./manage/move-managed-order.ts";
import { markAbsent } from "./mark-absent.ts";
import { moveOrder } from "./move-order.ts";
import { openDisputeConversation } from "./open-dispute-conversation.ts";
import { payOrder } from "./pay-order.ts";
import { placeOrder } from "./place-order.ts";
import { previewStep } from "./preview-step.ts";
import { proposeMove } from "./propose-move.ts";
import { redeemReturn } from "./redeem-return.ts";
import { refundOrder } from "./refund-order.ts";
import { ruleDispute } from "./rule-dispute.ts";
import { spendCredits } from "./spend-credits.ts";
import { waiveOrder } from "./waive-order.ts";
import { withdrawDispute } from "./withdraw-dispute.ts";
import { writeInDispute } from "./write-in-dispute.ts";
import { answerCancel } from "./work/answer-cancel.ts";
import { answerQuestions } from "./work/answer-questions.ts";
import { askRevision } from "./work/ask-revision.ts";
import { deliverOrder } from "./work/deliver-order.ts";
import { proposeCancel } from "./work/propose-cancel.ts";

const buyer = { audience: "member", module: "booking" } as const;
const people = { audience: ["member", "staff", "server"], module: "core" } as const;
const viewers = { ...people, permission: "orders.view" } as const;
const managers = { ...people, permission: "orders.manage" } as const;
const office = { audience: ["staff", "server"], module: "core" } as const;
const returning = { audience: "visitor", module: "core", callsPerMinute: 30 } as const;
const link = { ...returning, onOwnPages: true } as const;

// Orders under way go on when the module is no longer licensed; only new ones need it.
export const ordersRouter = router({
  placeOrder: procedure(buyer).mutation(placeOrder),
  getOrder: procedure(viewers).query(getOrder),
  getOrderHistory: procedure({ ...office, permission: "orders.view" }).query(getOrderHistory),
  previewStep: procedure({ ...office, permission: "orders.view" }).query(previewStep),
  listOrders: procedure(viewers).query(listOrders),
  payOrder: procedure({ audience: "member", module: "core", movesValue: true }).threePart(payOrder),
  spendCredits: procedure({ audience: "member", module: "core", movesValue: true }).mutation(spendCredits),
  redeemReturn: procedure(returning).mutation(redeemReturn),

  cancelOrder: procedure({ ...managers, movesValue: true }).mutation(cancelOrder),
  completeOrder: procedure(managers).mutation(completeOrder),
  acceptOrder: procedure({ ...managers, movesValue: true }).mutation(acceptOrder),
  markAbsent: procedure(managers).mutation(markAbsent),
  proposeMove: procedure({ audience: "member", module: "core" }).mutation(proposeMove),
  answerMove: procedure(managers).mutation(answerMove),
  moveOrder: procedure({ ...office, permission: "orders.manage" }).mutation(moveOrder),
  giveSession: procedure({ ...office, module: "booking", permission: "orders.refund" }).mutation(giveSession),
  waiveOrder: procedure({ ...office, permission: "orders.refund" }).mutation(waiveOrder),
  refundOrder: procedure({ ...office, permission: "orders.refund", movesValue: true }).mutation(refundOrder),

  answerQuestions: procedure({ audience: "member", module: "core" }).mutation(answerQuestions),
  deliverOrder: procedure({ audience: "member", module: "core" }).mutation(deliverOrder),
  askRevision: procedure({ audience: "member", module: "core" }).mutation(askRevision),
  proposeCancel: procedure({ audience: "member", module: "core" }).mutation(proposeCancel),
  answerCancel: procedure({ audience: "member", module: "core", movesValue: true }).mutation(answerCancel),

  listDisputes: procedure({ ...office, permission: "orders.view" }).query(listDisputes),
  disputeOrder: procedure(managers).mutation(disputeOrder),
  answerDispute: procedure({ audience: "member", module: "core" }).mutation(answerDispute),
  withdrawDispute: procedure({ ...people, permission: "orders.refund" }).mutation(withdrawDispute),
  concedeDispute: procedure({ audience: "member", module: "core", movesValue: true }).mutation(
    concedeDispute,
  ),
  openDisputeConversation: procedure({ ...office, module: "chat", permission: "orders.manage" }).mutation(
    openDisputeConversation,
  ),
  writeInDispute: procedure({ ...office, module: "chat", permission: "orders.manage" }).mutation(
    writeInDispute,
  ),
  ruleDispute: procedure({ ...office, permission: "orders.refund", movesValue: true }).mutation(ruleDispute),

  getManagedOrder: procedure(link).query(getManagedOrder),
  getManagedCalendar: procedure(link).query(getManagedCalendar),
  cancelManagedOrder: procedure({ ...link, movesValue: true }).mutation(cancelManagedOrder),
  moveManagedOrder: procedure(link).mutation(moveManagedOrder),
  answerManagedMove: procedure(link).mutation(answerManagedMove),
});
