import { TenantModel } from "../../../platform/scope/model.ts";

/** Somebody who looked at a gig. */
export class GigView extends TenantModel {
  static override tableName = "gig_views";
  static override timestamps = false;
  static override get idColumn(): string[] {
    return ["tenantId", "gigId", "viewerKind", "viewerId"];
  }

  declare gigId: string;
  declare viewerKind: "visitor" | "member";
  declare viewerId: string;
  /** When they looked at it last. */
  declare viewedAt: Date;
  /** When a look of theirs last counted. */
  declare viewCountedAt: Date | null;
  /** When their going on from it last counted. */
  declare clickCountedAt: Date | null;
}
