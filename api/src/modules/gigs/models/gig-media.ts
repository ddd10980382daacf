import { TenantModel } from "../../../platform/scope/model.ts";

/** A file that shows a gig. */
export class GigMedia extends TenantModel {
  static override tableName = "gig_media";
  static override get idColumn(): string[] {
    return ["tenantId", "gigId", "fileId"];
  }

  declare gigId: string;
  declare fileId: string;
  /** Its place, the smallest first; the first picture is the cover. */
  declare position: number;
}
