import { TenantModel } from "../../../platform/scope/model.ts";

/** What the tenant consumed of a metric in a period. */
export class UsageCounter extends TenantModel {
  static override tableName = "usage_counters";
  static override get idColumn(): string[] {
    return ["tenantId", "metric", "period"];
  }

  declare metric: string;
  /** `2026-11`, or `always`. */
  declare period: string;
  declare used: number;
}
