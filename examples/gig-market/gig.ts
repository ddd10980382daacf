import { type Motif } from "./cover.ts";

/** What a buyer gets for one price: name, description, whole yuan, days, rounds of changes (null for as many as they like), what it comes with. */
export type MarketPackage = readonly [
  title: string,
  description: string,
  yuan: number,
  days: number,
  revisions: number | null,
  features: readonly string[],
];

/** Something to add to a package: name, whole yuan, days it takes longer. */
export type MarketExtra = readonly [title: string, yuan: number, addedDays: number];

/** What the seller asks before the work starts: a question, with choices where one is to be chosen. */
export type MarketQuestion = string | readonly [question: string, ...choices: readonly string[]];

/** A gig as the market knows it. */
export interface MarketGig {
  /** The name the site's pages know it by. */
  readonly slug: string;
  /** The slug of its seller. */
  readonly seller: string;
  /** The slug of its category. */
  readonly category: string;
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  /** Up to three, the smallest first. */
  readonly packages: readonly MarketPackage[];
  readonly extras?: readonly MarketExtra[];
  readonly questions?: readonly MarketQuestion[];
  readonly faq?: readonly (readonly [question: string, answer: string])[];
  /** What its cover shows, and the colour of it as a hue. */
  readonly cover: readonly [motif: Motif, hue: number];
}
