/** How well one factor fits. */
export interface Fit {
  readonly factor: string;
  /** Its weight in the profile. */
  readonly weight: number;
  /** From 0, not at all, to 1, fully; null when one side is not known. */
  readonly value: number | null;
  /** How sure that is, from 0 to 1; counts for the confidence alone. */
  readonly certainty: number;
}

/** One factor's share of a score. */
export interface Part {
  readonly factor: string;
  readonly weight: number;
  /** What it adds to the score, with one decimal. More than its weight when others are not known. */
  readonly points: number;
  /** How well it fits in percent; null when it is not known and so does not count. */
  readonly fit: number | null;
}

/** A score and what it is made of: the points of the parts add up to it. */
export interface Score {
  /** From 0 to 100, with one decimal. */
  readonly score: number;
  /** How much of what is weighed is known, from 0 to 100. */
  readonly confidence: number;
  readonly parts: readonly Part[];
}

/**
 * The weighted average of what is known. What is not known lowers the confidence and leaves the score to the rest. Points are
 * tenths, given to the parts by largest remainder so that they add up to the score exactly.
 */
export function scoreOf(fits: readonly Fit[]): Score {
  let sum = 0;
  let known = 0;
  let certain = 0;
  let all = 0;
  for (const { weight, value, certainty } of fits) {
    all += weight;
    if (value === null) continue;
    sum += weight * value;
    known += weight;
    certain += weight * certainty;
  }
  const tenths = tenthsOf(sum, known);
  const exact = fits.map(({ weight, value }) =>
    known > 0 && value !== null ? (weight * value * 1000) / known : 0,
  );
  const points = distribute(tenths, exact);
  return {
    score: tenths / 10,
    confidence: all > 0 ? Math.round((certain / all) * 100) : 0,
    parts: fits.map(({ factor, weight, value }, at) => ({
      factor,
      weight,
      points: points[at]! / 10,
      fit: value === null ? null : Math.round(value * 100),
    })),
  };
}

/** The score in tenths of the sum of weight x value over what is known. Ranking and explaining both use this one, so that they agree. */
export const tenthsOf = (sum: number, known: number): number =>
  known > 0 ? Math.round((sum * 1000) / known) : 0;

/** Whole numbers near the exact ones that add up to a total, which is their sum rounded. */
function distribute(total: number, exact: readonly number[]): number[] {
  const whole = exact.map(Math.floor);
  let left = total - whole.reduce((sum, number) => sum + number, 0);
  const byRemainder = exact
    .map((number, at) => ({ at, remainder: number - whole[at]! }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at);
  for (const { at } of byRemainder) {
    if (left <= 0) break;
    whole[at]! += 1;
    left -= 1;
  }
  return whole;
}
