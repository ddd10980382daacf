import { TenantModel } from "../../../platform/scope/model.ts";

/** Whether a member is there. Kept in memory's manner: a crash of the database forgets it, and pages say it again. */
export class Presence extends TenantModel {
  static override tableName = "presence";
  static override timestamps = false;
  static override get idColumn(): string[] {
    return ["tenantId", "memberId"];
  }

  declare memberId: string;
  /** As the page last said; `offline` once it has said nothing for a while. */
  declare state: "online" | "away" | "offline";
  declare seenAt: Date;
}
