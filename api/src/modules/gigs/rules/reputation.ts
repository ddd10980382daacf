/** What orders and reviews of a seller's gigs said in the days that count. */
export interface SellerRecord {
  /** Orders whose work was accepted. */
  readonly completed: number;
  /** Orders that came to nothing by the seller. */
  readonly cancelled: number;
  /** Orders whose first delivery was due. */
  readonly due: number;
  readonly onTime: number;
  readonly buyers: number;
  /** Buyers who bought again. */
  readonly returningBuyers: number;
  readonly reviews: number;
  /** From 1 to 5; null before the first review. */
  readonly rating: number | null;
}

/** The record of somebody who has sold nothing. */
export const emptyRecord: SellerRecord = {
  completed: 0,
  cancelled: 0,
  due: 0,
  onTime: 0,
  buyers: 0,
  returningBuyers: 0,
  reviews: 0,
  rating: null,
};

/** What a level or a badge can ask of a record, in the order in which it is told. */
export const metrics = [
  "orders",
  "reviews",
  "rating",
  "onTimePercent",
  "cancelledPercent",
  "returningBuyers",
] as const;
export type Metric = (typeof metrics)[number];

/** Bounds of a record: `cancelledPercent` is the most there may be, every other the least. What is left out is not asked for. */
export type Needs = Readonly<Partial<Record<Metric, number>>>;

/** A level or a badge of a site. */
export interface Honour {
  /** Names it for good, such as `top_rated`. */
  readonly name: string;
  /** What people read, by language; where one is missing, the English words stand. */
  readonly labels: { readonly en: string; readonly "zh-CN"?: string; readonly ar?: string };
  readonly needs: Needs;
}

/** One thing that is asked for, beside what there is of it; null where nothing is known yet. */
export interface Need {
  readonly metric: Metric;
  readonly needed: number;
  readonly has: number | null;
  readonly isMet: boolean;
}

const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part * 1000) / whole) / 10;

/** What a record says of one thing; null where nothing is known yet. */
function measured(record: SellerRecord, metric: Metric): number | null {
  switch (metric) {
    case "orders":
      return record.completed;
    case "reviews":
      return record.reviews;
    case "rating":
      return record.rating;
    case "onTimePercent":
      return percent(record.onTime, record.due);
    case "cancelledPercent":
      return percent(record.cancelled, record.completed + record.cancelled);
    case "returningBuyers":
      return record.returningBuyers;
  }
}

/** What is asked for, each with what a record has of it. What nothing is known of is not met, except that nothing was called off. */
export function needsOf(needs: Needs, record: SellerRecord): Need[] {
  return metrics.flatMap((metric) => {
    const needed = needs[metric];
    if (needed === undefined) return [];
    const has = measured(record, metric);
    const isMet = metric === "cancelledPercent" ? (has ?? 0) <= needed : has !== null && has >= needed;
    return [{ metric, needed, has, isMet }];
  });
}

const isReached = ({ needs }: Pick<Honour, "needs">, record: SellerRecord): boolean =>
  needsOf(needs, record).every(({ isMet }) => isMet);

/** The highest level whose needs a record meets, of levels in rising order; null below the first. */
export const levelOf = <Level extends Honour>(levels: readonly Level[], record: SellerRecord): Level | null =>
  levels.findLast((level) => isReached(level, record)) ?? null;

/** The level above one, of levels in rising order; null at the top. A name that is unknown stands below the first. */
export const levelAbove = <Level extends Honour>(
  levels: readonly Level[],
  name: string | null,
): Level | null => levels[levels.findIndex((level) => level.name === name) + 1] ?? null;

/** Whether somebody who had one level and has another went up; levels are in rising order. */
export const isPromotion = (
  levels: readonly Honour[],
  before: string | null,
  after: string | null,
): boolean =>
  levels.findIndex(({ name }) => name === after) > levels.findIndex(({ name }) => name === before);

/** The badges whose needs a record meets, in their order. */
export const badgesOf = <Badge extends Honour>(badges: readonly Badge[], record: SellerRecord): Badge[] =>
  badges.filter((badge) => isReached(badge, record));

/** The parts of a score. */
export const scoreParts = ["rating", "onTime", "kept", "experience"] as const;
export type ScorePart = (typeof scoreParts)[number];

/** One part of a score, from 0 to 100, with its share of the score, from 0 to 1. */
export interface ScoredPart {
  readonly part: ScorePart;
  readonly value: number;
  readonly share: number;
}

/** The stars and the number of reviews a seller is taken to have before their own, so that one review does not decide. */
const priorStars = 4;
const priorReviews = 5;

/** So many completed orders are all the experience that counts. */
const fullExperience = 100;

function partValue(record: SellerRecord, part: ScorePart): number | null {
  switch (part) {
    case "rating": {
      if (record.rating === null) return null;
      const { rating, reviews } = record;
      const stars = (rating * reviews + priorStars * priorReviews) / (reviews + priorReviews);
      return ((stars - 1) / 4) * 100;
    }
    case "onTime":
      return percent(record.onTime, record.due);
    case "kept": {
      const cancelled = percent(record.cancelled, record.completed + record.cancelled);
      return cancelled === null ? null : 100 - cancelled;
    }
    case "experience":
      return Math.min(1, Math.log1p(record.completed) / Math.log1p(fullExperience)) * 100;
  }
}

/**
 * How good a record is, from 0 to 100: the sum of its parts by their shares and nothing else. A part that nothing is known of lends its
 * weight to the others. Null while no order has ended, or where no part that is known has a weight.
 */
export function scoreOf(
  record: SellerRecord,
  weights: Readonly<Record<ScorePart, number>>,
): { readonly score: number; readonly parts: readonly ScoredPart[] } | null {
  if (record.completed + record.cancelled === 0) return null;
  const known = scoreParts.flatMap((part) => {
    const value = partValue(record, part);
    return value === null || weights[part] === 0 ? [] : [{ part, value, weight: weights[part] }];
  });
  const whole = known.reduce((sum, { weight }) => sum + weight, 0);
  if (whole === 0) return null;
  const score = known.reduce((sum, { value, weight }) => sum + (value * weight) / whole, 0);
  return {
    score: Math.round(score),
    parts: known.map(({ part, value, weight }) => ({
      part,
      value: Math.round(value * 10) / 10,
      share: Math.round((weight / whole) * 1000) / 1000,
    })),
  };
}
