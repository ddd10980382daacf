import { TenantModel } from "../../../platform/scope/model.ts";
import { type AdjustmentPoints, type ProfileName } from "../rules/weight-profiles.ts";

/** A profile of weights as a site changed it. */
export class StoredProfile extends TenantModel {
  static override tableName = "weight_profiles";
  static override jsonAttributes = ["weights", "adjustments"];
  static override get idColumn(): string[] {
    return ["tenantId", "name"];
  }

  declare name: ProfileName;
  declare weights: Record<string, number>;
  declare mustHave: string[];
  declare adjustments: AdjustmentPoints;
  declare version: number;
}
