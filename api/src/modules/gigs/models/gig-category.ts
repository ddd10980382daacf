import { TenantModel } from "../../../platform/scope/model.ts";

/** What a category is called, by language. */
export interface CategoryNames {
  readonly en: string;
  readonly "zh-CN"?: string;
  readonly ar?: string;
}

/** One category of a site's gigs; those below it name it as their parent. */
export class GigCategory extends TenantModel {
  static override tableName = "gig_categories";
  static override jsonAttributes = ["names"];

  declare parentId: string | null;
  /** 1 for those without a parent; the database holds it at one more than the parent's. */
  declare depth: number;
  declare slug: string;
  declare names: CategoryNames;
  /** Its place among those of the same parent, the smallest first. */
  declare position: number;
  declare archivedAt: Date | null;
}
