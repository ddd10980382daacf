import { type Adjustment } from "../rules/adjustments.ts";
import { type Reason } from "../rules/reasons.ts";
import { type Part } from "../rules/score.ts";

/** One match without the words of a language and without the person, who may change meanwhile. */
export interface Match {
  readonly memberId: string;
  /** Null in a fallback: nothing was scored. */
  readonly score: number | null;
  readonly confidence: number;
  readonly parts: readonly Part[];
  readonly reasons: readonly Reason[];
  readonly adjustments: readonly Adjustment[];
}

/** An answer as it is kept. */
export interface Matches {
  /** `fallback`: texts could not be compared in time, so these are the best rated. */
  readonly source: "scored" | "fallback";
  readonly madeAt: string;
  readonly items: readonly Match[];
}
