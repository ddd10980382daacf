import { TenantModel } from "../../../platform/scope/model.ts";
import { type Answer, type Question } from "../rules/questions.ts";
import { type Side } from "./order.ts";

/** What an order for work is about: what was agreed when it was placed, and how far it is. */
export class OrderWork extends TenantModel {
  static override tableName = "order_works";
  static override jsonAttributes = ["questions", "answers"];
  static override get idColumn(): string[] {
    return ["tenantId", "orderId"];
  }

  declare orderId: string;
  /** The kind of thing it was bought from, such as `gig`. */
  declare subjectKind: string;
  declare subjectId: string;
  declare title: string;
  /** From the start of the work to its delivery. */
  declare days: number;
  /** How often the buyer may ask for changes; null for as often as they like. */
  declare revisions: number | null;
  declare revisionsUsed: number;
  /** What the seller asked when it was bought. */
  declare questions: readonly Question[];
  /** Null before they were sent, and once the buyer was erased. */
  declare answers: readonly Answer[] | null;
  declare answeredAt: Date | null;
  declare paidAt: Date | null;
  /** Until when it is to be delivered; null before the work starts. */
  declare dueAt: Date | null;
  /** The side that proposed to call it off; null when no proposal waits. */
  declare cancelBy: Side | null;
  /** Basis points of what is held that would go back to the buyer. */
  declare cancelShare: number | null;
  declare cancelReason: string | null;
}
