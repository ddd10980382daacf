import { type Fit } from "./score.ts";
import { type WeightProfile } from "./weight-profiles.ts";

/** What of somebody moves them in the order, whatever the score. */
export interface Standing {
  /** The share of their open time in the coming weeks that is booked, from 0 to 1; null when not known. */
  readonly load: number | null;
  readonly isNewcomer: boolean;
  /** How well the one who asks fits what they look for, from 0 to 1; null when they look for nothing in particular. */
  readonly reciprocity: number | null;
}

/** One reason why somebody stands higher or lower than the score says. */
export interface Adjustment {
  readonly code: "load" | "newcomer" | "reciprocity" | "missing_must_have";
  /** Added to the score for the order alone, with one decimal. */
  readonly points: number;
  readonly params: Readonly<Record<string, string | number>>;
}

// Being half booked is the aim; a factor that fits by less than a fifth is missing.
const busyFrom = 0.5;
const fitsFrom = 0.2;

const round = (points: number): number => Math.round(points * 10) / 10 || 0;

const loadPoints = (load: number | null, most: number): number =>
  load === null || load <= busyFrom ? 0 : round(-most * Math.min(1, (load - busyFrom) / (1 - busyFrom)));

const reciprocityPoints = (reciprocity: number | null, most: number): number =>
  reciprocity === null ? 0 : round(-most * (1 - reciprocity));

/** What moves somebody in any order, whoever asks. */
export function standingAdjustments(standing: Standing, { adjustments }: WeightProfile): Adjustment[] {
  const { load, isNewcomer, reciprocity } = standing;
  const percent = (share: number | null): number => Math.round(Math.min(1, share ?? 0) * 100);
  const all: Adjustment[] = [
    { code: "load", points: loadPoints(load, adjustments.load), params: { percent: percent(load) } },
    { code: "newcomer", points: isNewcomer ? round(adjustments.newcomer) : 0, params: {} },
    {
      code: "reciprocity",
      points: reciprocityPoints(reciprocity, adjustments.reciprocity),
      params: { percent: percent(reciprocity) },
    },
  ];
  return all.filter(({ points }) => points !== 0);
}

/** The sum of what moves somebody in any order, in tenths. */
export const standingShift = (
  { load, isNewcomer, reciprocity }: Standing,
  { adjustments }: WeightProfile,
): number =>
  Math.round(
    (loadPoints(load, adjustments.load) +
      (isNewcomer ? round(adjustments.newcomer) : 0) +
      reciprocityPoints(reciprocity, adjustments.reciprocity)) *
      10,
  );

/** What moves somebody because a factor that must fit does not, or is not known to. */
export const mustHaveAdjustments = (
  fits: readonly Fit[],
  { mustHave, adjustments }: WeightProfile,
): Adjustment[] =>
  fits
    .filter(({ factor, value }) => mustHave.includes(factor) && (value === null || !isMet(value)))
    .map(({ factor }): Adjustment => ({
      code: "missing_must_have",
      points: round(-adjustments.missingMustHave),
      params: { factor },
    }))
    .filter(({ points }) => points !== 0);

/** Whether a fit is good enough for a factor that must fit. */
export const isMet = (value: number): boolean => value >= fitsFrom;
