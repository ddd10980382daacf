import {
  type Adjustment,
  isMet,
  mustHaveAdjustments,
  standingAdjustments,
  standingShift,
} from "./adjustments.ts";
import {
  availabilityFit,
  type Candidate,
  convertedCertainty,
  goalFit,
  saysSomething,
  type Scales,
  type Subject,
} from "./coaching.ts";
import { PostingLists } from "./columns/posting-lists.ts";
import { Prices } from "./columns/prices.ts";
import { type RankedFactor, Ranking } from "./columns/ranking.ts";
import { Vectors } from "./columns/vectors.ts";
import { WeekBitmaps } from "./columns/week-bitmaps.ts";
import { type Fit, type Score, scoreOf } from "./score.ts";
import { lengthOf } from "./week.ts";
import { type WeightProfile } from "./weight-profiles.ts";

/** A coach in a pool, which keeps the vectors in its own way. */
export type Pooled = Candidate & { readonly expertise: null };

/** Somebody's place for somebody: the score with its parts, and what moved them in the order. */
export interface RankedCandidate extends Score {
  readonly candidate: Pooled;
  readonly fits: readonly Fit[];
  readonly adjustments: readonly Adjustment[];
}

/** Every coach of a site, kept by column: one question is answered by walking the columns it touches. 100,000 in milliseconds. */
export class Pool {
  /** The best rated first, which decides between equals and is the order without a score. */
  readonly candidates: readonly Pooled[];
  readonly #languages: PostingLists;
  readonly #countries: PostingLists;
  readonly #expertise: Vectors;
  readonly #prices: Prices;
  readonly #weeks: WeekBitmaps;
  readonly #ranking: Ranking;
  // One question at a time: it is answered before anything else runs.
  readonly #values = new Map<string, Float64Array>();
  readonly #pricesKnown: Uint8Array;

  constructor(candidates: readonly Candidate[]) {
    const ordered = candidates.toSorted(
      (a, b) => (b.rating ?? 0) - (a.rating ?? 0) || b.ratingCount - a.ratingCount || (a.id < b.id ? -1 : 1),
    );
    this.#languages = new PostingLists(ordered.map(({ languages }) => languages));
    this.#countries = new PostingLists(ordered.map(({ countries }) => countries));
    this.#expertise = new Vectors(ordered.map(({ expertise }) => expertise));
    this.#prices = new Prices(ordered.map(({ price }) => price));
    this.#weeks = new WeekBitmaps(ordered.map(({ week }) => week));
    this.#ranking = new Ranking(ordered.length);
    this.#pricesKnown = new Uint8Array(ordered.length);
    this.candidates = ordered.map((candidate) => ({ ...candidate, expertise: null }));
  }

  /** The best so many for somebody, without those who are not shown to them. */
  best(
    count: number,
    {
      profile,
      subject,
      scales,
      except,
    }: { profile: WeightProfile; subject: Subject; scales: Scales; except: ReadonlySet<string> },
  ): RankedCandidate[] {
    const factors = this.#factors(profile, subject, scales);
    this.#ranking.rank(factors, this.#shift(profile, factors));
    return this.#ranking
      .first(count + except.size)
      .filter((at) => !except.has(this.candidates[at]!.id))
      .slice(0, count)
      .map((at) => this.#explain(at, { factors, profile, subject }));
  }

  /** The best rated so many, without those who are not shown. */
  topRated(count: number, except: ReadonlySet<string>): readonly Pooled[] {
    return this.candidates
      .slice(0, count + except.size)
      .filter(({ id }) => !except.has(id))
      .slice(0, count);
  }

  #factors({ weights }: WeightProfile, subject: Subject, scales: Scales): RankedFactor[] {
    const columns: Readonly<Record<string, () => Pick<RankedFactor, "values" | "known">>> = {
      language: () => this.#shared("language", this.#languages, subject.languages),
      country: () =>
        this.#shared("country", this.#countries, subject.country === null ? [] : [subject.country]),
      goals: () => this.#goals(subject, scales),
      budget: () => this.#budget(subject, scales),
      availability: () => this.#availability(subject),
    };
    return Object.entries(weights).map(([factor, weight]) => ({ factor, weight, ...columns[factor]!() }));
  }

  #unknown(): Pick<RankedFactor, "values" | "known"> {
    return { values: null, known: new Uint8Array(0) };
  }

  #column(factor: string): Float64Array {
    let column = this.#values.get(factor);
    if (!column) this.#values.set(factor, (column = new Float64Array(this.candidates.length)));
    return column;
  }

  #shared(
    factor: string,
    lists: PostingLists,
    words: readonly string[],
  ): Pick<RankedFactor, "values" | "known"> {
    if (words.length === 0) return this.#unknown();
    const values = this.#column(factor).fill(0);
    lists.markAny(words, values);
    return { values, known: lists.known };
  }

  #goals({ goal }: Subject, scales: Scales): Pick<RankedFactor, "values" | "known"> {
    if (goal === null || !saysSomething(goal)) return this.#unknown();
    const values = this.#column("goals");
    this.#expertise.cosines(goal, values);
    for (let at = 0; at < values.length; at++) values[at] = goalFit(values[at]!, scales);
    return { values, known: this.#expertise.known };
  }

  #budget({ budget }: Subject, { rates }: Scales): Pick<RankedFactor, "values" | "known"> {
    if (budget === null) return this.#unknown();
    const values = this.#column("budget");
    this.#prices.fits(budget, rates, { values, known: this.#pricesKnown });
    return { values, known: this.#pricesKnown };
  }

  #availability({ week }: Subject): Pick<RankedFactor, "values" | "known"> {
    const length = week ? lengthOf(week) : 0;
    if (!week || length === 0) return this.#unknown();
    const fitOf = Float64Array.from({ length: length + 1 }, (_, shared) => availabilityFit(shared, length));
    const values = this.#column("availability");
    this.#weeks.lookUp(week, fitOf, values);
    return { values, known: this.#weeks.known };
  }

  /** What adjustments add to everybody, in tenths; null when nothing moves anybody. */
  #shift(profile: WeightProfile, factors: readonly RankedFactor[]): Int16Array | null {
    const { load, newcomer, reciprocity, missingMustHave } = profile.adjustments;
    const needed =
      missingMustHave === 0 ? [] : factors.filter(({ factor }) => profile.mustHave.includes(factor));
    if (load === 0 && newcomer === 0 && reciprocity === 0 && needed.length === 0) return null;
    const shift = new Int16Array(this.candidates.length);
    for (let at = 0; at < shift.length; at++) shift[at] = standingShift(this.candidates[at]!, profile);
    for (const { values, known } of needed)
      for (let at = 0; at < shift.length; at++)
        if (values === null || known[at] !== 1 || !isMet(values[at]!))
          shift[at]! -= Math.round(missingMustHave * 10);
    return shift;
  }

  #explain(
    at: number,
    {
      factors,
      profile,
      subject,
    }: { factors: readonly RankedFactor[]; profile: WeightProfile; subject: Subject },
  ): RankedCandidate {
    const candidate = this.candidates[at]!;
    const isConverted = candidate.price?.currency !== subject.budget?.currency;
    const fits = factors.map(({ factor, weight }, number): Fit => {
      const value = this.#ranking.fitAt(number, at);
      const certainty = factor === "budget" && isConverted ? convertedCertainty : 1;
      return { factor, weight, value, certainty: value === null ? 0 : certainty };
    });
    const adjustments = [...standingAdjustments(candidate, profile), ...mustHaveAdjustments(fits, profile)];
    return { candidate, fits, adjustments, ...scoreOf(fits) };
  }
}
