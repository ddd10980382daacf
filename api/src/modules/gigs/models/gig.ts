import { TenantModel } from "../../../platform/scope/model.ts";
import { type FaqEntry, type GigExtra, type GigRequirement } from "../rules/details.ts";
import { type GigState, type Moderation } from "../rules/standing.ts";

/** What a seller offers to make, in up to three packages. */
export class Gig extends TenantModel {
  static override tableName = "gigs";
  static override jsonAttributes = ["extras", "requirements", "faq"];

  declare sellerId: string;
  /** Null in a draft only. */
  declare categoryId: string | null;
  declare title: string;
  declare description: string;
  /** In small letters, each once. */
  declare tags: string[];
  /** The ISO 639 code of the language it is written in and worked in. */
  declare language: string;
  /** Of all its prices. */
  declare currency: string;
  declare extras: readonly GigExtra[];
  declare requirements: readonly GigRequirement[];
  declare faq: readonly FaqEntry[];
  /** The lowest price among its packages; null while it has none. */
  declare fromAmountMinor: number | null;
  declare state: GigState;
  declare moderation: Moderation;
  /** Why it was rejected or suspended; null otherwise. */
  declare moderationReason: string | null;
  /** When it was last given to the team, or went past it where none looks; null for a draft. */
  declare submittedAt: Date | null;
  /** Taken from sight by moderators after a report. */
  declare hiddenAt: Date | null;
  /** Whether the site shows its seller as one. Follows the profile. */
  declare isSellerListed: boolean;
  /** Whether everybody finds it; the database works it out of the four above. */
  declare readonly isVisible: boolean;
  /** When everybody could find it first; null before. */
  declare publishedAt: Date | null;
  declare version: number;
}
