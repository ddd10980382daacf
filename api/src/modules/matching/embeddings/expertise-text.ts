/** What of a profile tells what its owner is expert in. */
export interface Described {
  readonly expertise: readonly string[];
  readonly headline: string;
  readonly bio: string;
}

/** The text whose vector stands for somebody's expertise: what they list, else what they write. Empty for an empty profile. */
export const expertiseText = ({ expertise, headline, bio }: Described): string =>
  expertise.length > 0 ? expertise.join(", ") : [headline, bio].filter(Boolean).join(". ").slice(0, 2000);
