import { TenantModel } from "../../../platform/scope/model.ts";
import { type Ratings, type ReviewContext } from "../rules/dimensions.ts";

/** What one person of a session or an order says of the other. */
export class Review extends TenantModel {
  static override tableName = "reviews";
  static override jsonAttributes = ["ratings"];

  declare context: ReviewContext;
  /** The booking of a session, the order of a gig. */
  declare sourceId: string;
  declare authorId: string;
  declare subjectId: string;
  /** What its buyer says it of; null for a session, and where the seller writes. */
  declare gigId: string | null;
  /** Empty when only stars were given. */
  declare ratings: Ratings;
  /** The stars that were given, else the mean of the ratings. */
  declare overall: number;
  declare text: string;
  /** Null while the other side may still write without having read it. */
  declare publishedAt: Date | null;
  /** Taken from sight, and out of the average, by the site's team. */
  declare hiddenAt: Date | null;
  declare hiddenReason: string | null;
  /** What whom it is about said to it in public; null before, and once they were erased. */
  declare reply: string | null;
  declare repliedAt: Date | null;
}
