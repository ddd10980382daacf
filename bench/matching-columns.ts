import { PostingLists } from "../api/src/modules/matching/rules/columns/posting-lists.ts";
import { type RankedFactor, Ranking } from "../api/src/modules/matching/rules/columns/ranking.ts";
import { WeekBitmaps } from "../api/src/modules/matching/rules/columns/week-bitmaps.ts";
import { budgetFit } from "../api/src/modules/matching/rules/coaching.ts";
import { emptyWeek, type Week } from "../api/src/modules/matching/rules/week.ts";
import { type Fits, type Person, type Wanted, weights } from "./matching-scenario.ts";

/** One of the best, with the parts of the score and a sentence for each. */
export interface Found {
  readonly at: number;
  readonly tenths: number;
  readonly sentences: readonly string[];
}

/** What is shown of somebody found, whichever way. */
export const foundOf = (at: number, tenths: number, parts: Fits): Found => ({
  at,
  tenths,
  sentences: Object.entries(parts).map(
    ([factor, points]) => `${factor} adds ${(Math.round(points * 10) / 10 || 0).toFixed(1)} points.`,
  ),
});

/** The product's columns, filled with the people of the benchmark. */
export class Columns {
  readonly #size: number;
  readonly #skills: PostingLists;
  readonly #languages: PostingLists;
  readonly #weeks: WeekBitmaps;
  readonly #prices: Float64Array;
  readonly #ratings: Float64Array;
  readonly #everybody: Uint8Array;
  readonly #ranking: Ranking;
  readonly #values: Record<keyof Fits, Float64Array>;

  constructor(people: readonly Person[]) {
    this.#size = people.length;
    this.#skills = new PostingLists(people.map(({ skills }) => skills));
    this.#languages = new PostingLists(people.map(({ languages }) => languages));
    this.#weeks = new WeekBitmaps(people.map(({ hours }) => weekOf(hours)));
    this.#prices = Float64Array.from(people, ({ price }) => price);
    this.#ratings = Float64Array.from(people, ({ rating }) => (rating - 1) / 4);
    this.#everybody = new Uint8Array(people.length).fill(1);
    this.#ranking = new Ranking(people.length);
    const column = () => new Float64Array(people.length);
    this.#values = {
      skills: column(),
      hours: column(),
      languages: column(),
      rating: this.#ratings,
      price: column(),
    };
  }

  /** The best so many, with parts for everybody kept in the ranking and sentences made for those shown. */
  best(count: number, wanted: Wanted): Found[] {
    const values = this.#values;
    values.skills.fill(0);
    values.languages.fill(0);
    this.#skills.addEach(wanted.skills, 1, values.skills);
    for (let at = 0; at < this.#size; at++) values.skills[at]! /= wanted.skills.length;
    const halfHours = wanted.hours.length * 2;
    const fitOf = Float64Array.from(
      { length: halfHours + 1 },
      (_, shared) => shared / 2 / wanted.hours.length,
    );
    this.#weeks.lookUp(weekOf(wanted.hours), fitOf, values.hours);
    this.#languages.markAny(wanted.languages, values.languages);
    for (let at = 0; at < this.#size; at++) values.price[at] = budgetFit(this.#prices[at]!, wanted.price);
    const names = Object.keys(weights) as (keyof Fits)[];
    const factors = names.map((factor): RankedFactor => ({
      factor,
      weight: weights[factor],
      values: values[factor],
      known: this.#everybody,
    }));
    this.#ranking.rank(factors, null);
    return this.#ranking.first(count).map((at) => {
      const parts = Object.fromEntries(
        names.map((name, n) => [name, weights[name] * this.#ranking.fitAt(n, at)!]),
      ) as Fits;
      return foundOf(at, Math.round(names.reduce((sum, name) => sum + parts[name], 0) * 10), parts);
    });
  }
}

function weekOf(hours: readonly number[]): Week {
  const week = emptyWeek();
  for (const hour of hours) for (const slot of [hour * 2, hour * 2 + 1]) week[slot >> 5]! |= 1 << (slot & 31);
  return week;
}
