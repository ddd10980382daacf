import { type Standing } from "./adjustments.ts";
import { convert, type ExchangeRates } from "./exchange-rates.ts";
import { type Fit, type Score, scoreOf } from "./score.ts";
import { lengthOf, sharedSlots, type Week } from "./week.ts";
import { type WeightProfile } from "./weight-profiles.ts";

/** A price or a budget. */
export interface Amount {
  readonly amountMinor: number;
  readonly currency: string;
}

/** What somebody who looks for a coach has said, normalised. What was not said is empty or null. */
export interface Subject {
  /** ISO 639 codes. */
  readonly languages: readonly string[];
  /** ISO 3166 code. */
  readonly country: string | null;
  /** The goal's vector, of length 1; null until there is one. */
  readonly goal: Float32Array | null;
  /** What a session may cost. */
  readonly budget: Amount | null;
  readonly week: Week | null;
}

/** What is known of a coach, normalised. There is no name, age, gender, origin or picture in it, and there must not be. */
export interface Candidate extends Standing {
  readonly id: string;
  readonly languages: readonly string[];
  /** Where they work. */
  readonly countries: readonly string[];
  /** The vector of what they are expert in; null until there is one. */
  readonly expertise: Float32Array | null;
  /** Their lowest price of a session. */
  readonly price: Amount | null;
  /** When they have time, in the coming weeks as they are. */
  readonly week: Week | null;
  /** From 1 to 5; null before the first. Decides between equals and orders the fallback. */
  readonly rating: number | null;
  readonly ratingCount: number;
}

/** What the factors are measured by. */
export interface Scales {
  readonly rates: ExchangeRates;
  /** Cosines of the model the vectors are of: up to the first nothing, from the second on everything. */
  readonly unrelatedCosine: number;
  readonly sameCosine: number;
}

// Two sessions of an hour with room to choose: who can come at any time is not measured by the 168 hours of a week.
const enoughSlots = 16;

// A price so much above the budget counts nothing.
const tooExpensive = 1.5;

/** Converted amounts are about right. */
export const convertedCertainty = 0.5;

/** How well a price fits a budget in the same money: fully within it, less above, not at all from half as much again. */
export const budgetFit = (price: number, budget: number): number => {
  if (price <= budget) return 1;
  return budget > 0 ? Math.max(0, (tooExpensive - price / budget) / (tooExpensive - 1)) : 0;
};

/** How well the cosine of a goal and an expertise fits. */
export const goalFit = (cosine: number, { unrelatedCosine, sameCosine }: Scales): number =>
  Math.min(1, Math.max(0, (cosine - unrelatedCosine) / (sameCosine - unrelatedCosine)));

/** How well so many shared half hours fit a week of so many. */
export const availabilityFit = (shared: number, wanted: number): number =>
  Math.min(1, shared / Math.min(wanted, enoughSlots));

function coachingFits(
  { weights }: WeightProfile,
  subject: Subject,
  candidate: Candidate,
  scales: Scales,
): Fit[] {
  const fits: Record<string, Pick<Fit, "value" | "certainty">> = {
    language: sure(sharesOne(subject.languages, candidate.languages)),
    country: sure(sharesOne(subject.country === null ? [] : [subject.country], candidate.countries)),
    goals: sure(goalsFit(subject, candidate, scales)),
    budget: pricesFit(subject.budget, candidate.price, scales),
    availability: sure(weeksFit(subject.week, candidate.week)),
  };
  return Object.entries(weights).map(([factor, weight]) => ({ factor, weight, ...fits[factor]! }));
}

/** The score of a coach for somebody. */
export const score = (
  profile: WeightProfile,
  subject: Subject,
  candidate: Candidate,
  scales: Scales,
): Score => scoreOf(coachingFits(profile, subject, candidate, scales));

const sure = (value: number | null): Pick<Fit, "value" | "certainty"> => ({
  value,
  certainty: value === null ? 0 : 1,
});

function sharesOne(wanted: readonly string[], offered: readonly string[]): number | null {
  if (wanted.length === 0 || offered.length === 0) return null;
  return wanted.some((one) => offered.includes(one)) ? 1 : 0;
}

/** Whether a vector is of a text with words; all zeros are of "?!". */
export const saysSomething = (vector: Float32Array): boolean => vector.some((number) => number !== 0);

function goalsFit({ goal }: Subject, { expertise }: Candidate, scales: Scales): number | null {
  if (!goal || !expertise || goal.length !== expertise.length) return null;
  if (!saysSomething(goal) || !saysSomething(expertise)) return null;
  let cosine = 0;
  for (let at = 0; at < goal.length; at++) cosine += goal[at]! * expertise[at]!;
  return goalFit(cosine, scales);
}

function pricesFit(
  budget: Amount | null,
  price: Amount | null,
  { rates }: Scales,
): Pick<Fit, "value" | "certainty"> {
  const affordable = budget && price && convert(budget.amountMinor, budget.currency, price.currency, rates);
  if (!price || affordable == null) return sure(null);
  const value = budgetFit(price.amountMinor, affordable);
  return { value, certainty: budget?.currency === price.currency ? 1 : convertedCertainty };
}

function weeksFit(wanted: Week | null, offered: Week | null): number | null {
  if (!wanted || !offered) return null;
  const length = lengthOf(wanted);
  return length > 0 ? availabilityFit(sharedSlots(wanted, offered), length) : null;
}
