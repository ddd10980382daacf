import { TenantModel } from "../../../platform/scope/model.ts";

/** How popular a gig is that somebody looked at. */
export class GigScore extends TenantModel {
  static override tableName = "gig_scores";
  static override get idColumn(): string[] {
    return ["tenantId", "gigId"];
  }

  declare gigId: string;
  /** What `popularityOf` made of its days. */
  declare popularity: number;
}
