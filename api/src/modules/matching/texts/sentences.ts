import { type Adjustment } from "../rules/adjustments.ts";
import { type ReasonCode } from "../rules/reasons.ts";

/** A sentence for everything that can be said of a match, with the values in braces already in the reader's form. */
export type Sentences = Readonly<Record<ReasonCode | `adjustment.${Adjustment["code"]}`, string>>;
