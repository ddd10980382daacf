/** Something a buyer may add to a package. */
export interface GigExtra {
  readonly id: string;
  readonly title: string;
  /** In the currency of the gig. */
  readonly amountMinor: number;
  /** By how many days the delivery is later; 0 for none. */
  readonly addedDays: number;
}

/** A question the buyer answers before the work starts. */
export interface GigRequirement {
  readonly id: string;
  readonly kind: "text" | "choice" | "file";
  readonly question: string;
  /** What can be chosen, for `choice` only. */
  readonly choices: readonly string[];
  readonly isRequired: boolean;
}

/** A question buyers often ask, and its answer. */
export interface FaqEntry {
  readonly question: string;
  readonly answer: string;
}
