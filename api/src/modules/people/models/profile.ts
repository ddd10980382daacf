import { TenantModel } from "../../../platform/scope/model.ts";

/** What a member shows of themselves. */
export class Profile extends TenantModel {
  static override tableName = "profiles";
  static override get idColumn(): string[] {
    return ["tenantId", "memberId"];
  }

  declare memberId: string;
  /** The member's own name as last announced. */
  declare name: string;
  declare headline: string;
  declare bio: string;
  declare expertise: string[];
  /** ISO 639 codes in small letters. */
  declare languages: string[];
  /** ISO 3166 codes of the countries the person works in. */
  declare countries: string[];
  declare socials: Record<string, string>;
  /** The photo shown: its squares are ready. */
  declare photoFileId: string | null;
  /** The photo that is shown once its squares are made. */
  declare chosenPhotoFileId: string | null;
  /** Approved in a provider role and not hidden: shown in lists and bookable. */
  declare isListed: boolean;
  /** Taken from sight by the site's team; it is listed nowhere meanwhile. */
  declare hiddenAt: Date | null;
  /** The lowest price among the person's active offers, in minor units, 0 only when all are free; null without one. Follows `offer.changed`. */
  declare fromAmountMinor: number | null;
  declare fromCurrency: string | null;
  /** Average of published ratings, 1 to 5; null before the first. Follows the reviews. */
  declare ratingAverage: number | null;
  declare ratingCount: number;
  /** Within so many minutes the person usually answers messages; null while few have written. Follows the messages. */
  declare answerMinutes: number | null;
  declare version: number;
}
