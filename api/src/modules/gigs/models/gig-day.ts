import { TenantModel } from "../../../platform/scope/model.ts";
import { type PlainDate } from "../../../platform/time.ts";

/** How often a gig was looked at on a date in UTC. */
export class GigDay extends TenantModel {
  static override tableName = "gig_days";
  static override get idColumn(): string[] {
    return ["tenantId", "gigId", "dayOn"];
  }

  declare gigId: string;
  declare dayOn: PlainDate;
  declare views: number;
  declare clicks: number;
}
