import { type Side } from "../models/order.ts";
import { type OrderAction, type Role } from "./order-actions.ts";

/** How far the work of an order is, as far as it decides what can be done. */
export interface WorkStanding {
  readonly revisions: number | null;
  readonly revisionsUsed: number;
  readonly questions: readonly unknown[];
  readonly answeredAt: Date | null;
  /** The side that proposed to call it off; null when no proposal waits. */
  readonly cancelBy: Side | null;
}

/** Whether an action that the order's flow has where it stands is open to a role as far as its work is. */
export function isOpen(action: OrderAction, role: Role, work: WorkStanding): boolean {
  switch (action) {
    case "ask_revision":
      return work.revisions === null || work.revisionsUsed < work.revisions;
    case "answer_questions":
      return work.questions.length > 0 && work.answeredAt === null;
    case "accept_cancel":
      return work.cancelBy !== null && work.cancelBy !== role;
    default:
      return true;
  }
}
