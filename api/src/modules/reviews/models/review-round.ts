import { TenantModel } from "../../../platform/scope/model.ts";
import { type ReviewContext } from "../rules/dimensions.ts";

/** A completed session or order, whose two people may each review the other once. Its row is locked while one of them does. */
export class ReviewRound extends TenantModel {
  static override tableName = "review_rounds";
  static override timestamps = false;
  static override get idColumn(): string[] {
    return ["tenantId", "context", "sourceId"];
  }

  declare context: ReviewContext;
  /** The booking of a session, the order of a gig. */
  declare sourceId: string;
  /** Who booked or bought. */
  declare clientId: string;
  /** Who gave the session or did the work. */
  declare hostId: string;
  /** What was bought; null for a session. */
  declare gigId: string | null;
  /** Of the session or the gig, for the person who is asked to review it. */
  declare title: string;
  declare openedAt: Date;
}
