import { TenantModel } from "../../../platform/scope/model.ts";

/** Two people between whom an order was paid: they may give each other their contacts. */
export class ContactRelease extends TenantModel {
  static override tableName = "contact_releases";
  static override timestamps = false;
  static override get idColumn(): string[] {
    return ["tenantId", "lowId", "highId"];
  }

  /** The one of the two whose id sorts first. */
  declare lowId: string;
  declare highId: string;
  declare releasedAt: Date;
}
