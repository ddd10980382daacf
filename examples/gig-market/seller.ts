import { type Look } from "../portrait/portrait.ts";

/** Somebody who sells on the market. */
export interface Seller {
  readonly slug: string;
  readonly name: string;
  readonly place: string;
  readonly line: string;
  readonly bio: string;
  readonly skills: readonly string[];
  /** ISO 639 codes. */
  readonly languages: readonly string[];
  readonly look: Look;
}

export const chineseAndEnglish = ["zh", "en"];

/** A seller by what the site says of them; who works in Chinese alone need not say so. */
export const seller = (
  slug: string,
  name: string,
  place: string,
  line: string,
  bio: string,
  skills: readonly string[],
  look: Look,
  languages: readonly string[] = ["zh"],
): Seller => ({ slug, name, place, line, bio, skills, look, languages });
