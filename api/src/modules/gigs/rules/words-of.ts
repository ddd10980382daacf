import { type FaqEntry, type GigExtra, type GigRequirement } from "./details.ts";

/** What of a gig somebody wrote. */
export interface Written {
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly extras: readonly Pick<GigExtra, "title">[];
  readonly requirements: readonly Pick<GigRequirement, "question" | "choices">[];
  readonly faq: readonly FaqEntry[];
  readonly packages: readonly {
    readonly title: string;
    readonly description: string;
    readonly features: readonly string[];
  }[];
}

/** Every text of a gig that somebody wrote, in the order in which it is read. */
export const wordsOf = (gig: Written): string[] => [
  gig.title,
  gig.description,
  ...gig.tags,
  ...gig.packages.flatMap(({ title, description, features }) => [title, description, ...features]),
  ...gig.extras.map(({ title }) => title),
  ...gig.requirements.flatMap(({ question, choices }) => [question, ...choices]),
  ...gig.faq.flatMap(({ question, answer }) => [question, answer]),
];

/** The texts that stand in a gig and did not before. */
export function newWords(gig: Written, before: Written): string[] {
  const known = new Set(wordsOf(before));
  return wordsOf(gig).filter((text) => !known.has(text));
}
