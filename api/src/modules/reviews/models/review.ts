import { TenantModel } from "../../../platform/scope/model.ts";

/** What one person of a session says of the other. */
export class Review extends TenantModel {
  static override tableName = "reviews";

  declare bookingId: string;
  declare authorId: string;
  declare subjectId: string;
  declare knowledge: number;
  declare communication: number;
  declare professionalism: number;
  declare text: string;
  /** Null while the other side may still write without having read it. */
  declare publishedAt: Date | null;
  /** Taken from sight, and out of the average, by the site's team. */
  declare hiddenAt: Date | null;
  declare hiddenReason: string | null;
}
