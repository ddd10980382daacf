import { TenantModel } from "../../../platform/scope/model.ts";

/** A completed session, whose two people may each review the other once. Its row is locked while one of them does. */
export class ReviewRound extends TenantModel {
  static override tableName = "review_rounds";
  static override timestamps = false;
  static override get idColumn(): string[] {
    return ["tenantId", "bookingId"];
  }

  declare bookingId: string;
  declare clientId: string;
  declare hostId: string;
  /** Of the session, for the person who is asked to review it. */
  declare title: string;
  declare openedAt: Date;
}
