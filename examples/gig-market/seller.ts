import { type Look } from "../portrait/portrait.ts";

/** Somebody who sells on the market. */
export interface Seller {
  readonly slug: string;
  readonly name: string;
  /** One line for lists. */
  readonly line: string;
  readonly bio: string;
  readonly skills: readonly string[];
  /** ISO 639 codes. */
  readonly languages: readonly string[];
  readonly look: Look;
}
