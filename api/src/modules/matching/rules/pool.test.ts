import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Candidate, score, type Subject } from "./coaching.ts";
import { usualRates } from "./exchange-rates.ts";
import { Pool } from "./pool.ts";
import { type AdjustmentPoints, usualProfile, type WeightProfile } from "./weight-profiles.ts";
import { emptyWeek, type Week } from "./week.ts";

const scales = { rates: usualRates, unrelatedCosine: 0.1, sameCosine: 0.8 };
const coaching = usualProfile("coaching");
const without: AdjustmentPoints = { load: 0, newcomer: 0, reciprocity: 0, missingMustHave: 0 };
const plain: WeightProfile = { ...coaching, adjustments: without };

/** Mulberry32: the same numbers everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = randomFrom(11);
const draw = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
const some = <Item>(items: readonly Item[]): Item[] => items.filter(() => random() < 0.3);
const maybe = <Value>(value: () => Value): Value | null => (random() < 0.15 ? null : value());

const languages = ["en", "de", "fr", "zh", "ar", "es"];
const countries = ["DE", "FR", "CN", "US", "AE"];
const currencies = ["EUR", "USD", "JPY", "XAU"];

function week(): Week {
  const hours = emptyWeek();
  for (let turn = 0; turn < 5; turn++) {
    const start = Math.floor(random() * 320);
    for (let slot = start; slot < start + 12; slot++) hours[slot >> 5]! |= 1 << (slot & 31);
  }
  return hours;
}

function vector(isSparse: boolean): Float32Array {
  const numbers = Array.from({ length: 24 }, () => (isSparse && random() < 0.85 ? 0 : random() - 0.3));
  const length = Math.hypot(...numbers) || 1;
  return Float32Array.from(numbers, (number) => number / length);
}

const price = () => ({ amountMinor: Math.floor(random() * 20_000), currency: draw(currencies) });

const candidates = (count: number, isSparse: boolean): Candidate[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `coach-${String(at).padStart(5, "0")}`,
    languages: some(languages),
    countries: some(countries),
    expertise: maybe(() => vector(isSparse)),
    price: maybe(price),
    week: maybe(week),
    rating: maybe(() => 1 + Math.floor(random() * 9) / 2),
    ratingCount: Math.floor(random() * 50),
    load: maybe(random),
    isNewcomer: random() < 0.2,
    reciprocity: maybe(random),
  }));

const subject = (isSparse: boolean): Subject => ({
  languages: some(languages),
  country: maybe(() => draw(countries)),
  goal: maybe(() => vector(isSparse)),
  budget: maybe(price),
  week: maybe(week),
});

const best = (
  pool: Pool,
  count: number,
  who: Subject,
  profile = plain,
  except: ReadonlySet<string> = new Set(),
) => pool.best(count, { profile, subject: who, scales, except });

describe("the pool", () => {
  for (const isSparse of [true, false]) {
    test(`${isSparse ? "sparse" : "dense"} vectors: everybody has the score of the plain function`, () => {
      const all = candidates(333, isSparse);
      const pool = new Pool(all);
      const byId = new Map(all.map((candidate) => [candidate.id, candidate]));
      for (let turn = 0; turn < 40; turn++) {
        const who = subject(isSparse);
        const ranked = best(pool, all.length, who);
        assert.equal(ranked.length, all.length);
        for (const { candidate, score: points, confidence, parts } of ranked) {
          const expected = score(plain, who, byId.get(candidate.id)!, scales);
          // The order of a long sum can decide a rounding.
          assert.ok(
            Math.abs(points - expected.score) < 0.11,
            `${candidate.id}: ${points}, not ${expected.score}`,
          );
          assert.equal(confidence, expected.confidence);
          assert.deepEqual(
            parts.map(({ fit }) => fit === null),
            expected.parts.map(({ fit }) => fit === null),
          );
        }
      }
    });
  }

  test("the order is by score, then by what is known, then by rating, and always the same", () => {
    const all = candidates(500, true);
    for (let turn = 0; turn < 30; turn++) {
      const who = subject(true);
      const ranked = best(new Pool(all), 10, who);
      assert.equal(ranked.length, 10);
      const shuffled = all.toSorted(() => random() - 0.5);
      const again = best(new Pool(shuffled), 10, who);
      assert.deepEqual(
        again.map(({ candidate }) => candidate.id),
        ranked.map(({ candidate }) => candidate.id),
      );
      const whole = best(new Pool(all), 500, who);
      assert.deepEqual(whole.slice(0, 10), ranked);
      for (let at = 1; at < whole.length; at++) {
        const [upper, lower] = [whole[at - 1]!, whole[at]!];
        assert.ok(upper.score >= lower.score);
        if (upper.score === lower.score && upper.confidence === lower.confidence)
          assert.ok((upper.candidate.rating ?? 0) >= (lower.candidate.rating ?? 0));
      }
    }
  });

  test("adjustments change the order, are shown, and leave every score as it is", () => {
    const all = candidates(400, true);
    const pool = new Pool(all);
    const strict: WeightProfile = {
      ...coaching,
      mustHave: ["language", "goals"],
      adjustments: { load: 12, newcomer: 5, reciprocity: 8.5, missingMustHave: 25 },
    };
    for (let turn = 0; turn < 20; turn++) {
      const who = subject(true);
      const scores = new Map(
        best(pool, 400, who).map(({ candidate, score: points }) => [candidate.id, points]),
      );
      const ranked = best(pool, 400, who, strict);
      let above = Infinity;
      for (const { candidate, score: points, adjustments, fits } of ranked) {
        assert.equal(points, scores.get(candidate.id));
        const place =
          Math.round(points * 10) +
          adjustments.reduce((sum, { points: moved }) => sum + Math.round(moved * 10), 0);
        assert.ok(place <= above);
        above = place;
        const missing = adjustments
          .filter(({ code }) => code === "missing_must_have")
          .map(({ params }) => params["factor"]);
        const expected = fits.filter(
          ({ factor, value }) => strict.mustHave.includes(factor) && (value ?? 0) < 0.2,
        );
        assert.deepEqual(
          missing,
          expected.map(({ factor }) => factor),
        );
        assert.equal(
          adjustments.some(({ code }) => code === "newcomer"),
          candidate.isNewcomer,
        );
      }
    }
  });

  test("load takes up to its points between half and fully booked", () => {
    const [one] = candidates(1, true);
    const who = subject(true);
    const pointsAt = (load: number | null) => {
      const pool = new Pool([{ ...one!, load, isNewcomer: false, reciprocity: null }]);
      return best(pool, 1, who, coaching)[0]!.adjustments;
    };
    assert.deepEqual(pointsAt(0.5), []);
    assert.deepEqual(pointsAt(null), []);
    assert.deepEqual(pointsAt(0.75), [{ code: "load", points: -5, params: { percent: 75 } }]);
    assert.deepEqual(pointsAt(2), [{ code: "load", points: -10, params: { percent: 100 } }]);
  });

  test("who asks is not proposed to themselves, and fewer people than asked for are all of them", () => {
    const pool = new Pool(candidates(5, true));
    const ids = best(pool, 10, subject(true), plain, new Set(["coach-00003"])).map(
      ({ candidate }) => candidate.id,
    );
    assert.deepEqual(ids.toSorted(), ["coach-00000", "coach-00001", "coach-00002", "coach-00004"]);
    assert.equal(pool.topRated(10, new Set(["coach-00000"])).length, 4);
    assert.deepEqual(best(new Pool([]), 10, subject(true)), []);
  });

  test("the best rated come by average, then by how many rated", () => {
    const [sample] = candidates(1, true);
    const rated = (id: string, rating: number | null, ratingCount: number) => ({
      ...sample!,
      id,
      rating,
      ratingCount,
    });
    const pool = new Pool([
      rated("d", null, 0),
      rated("c", 4.5, 3),
      rated("b", 4.5, 30),
      rated("a", 5, 1),
      rated("e", null, 0),
    ]);
    assert.deepEqual(
      pool.topRated(4, new Set()).map(({ id }) => id),
      ["a", "b", "c", "d"],
    );
  });

  test("weights of the site change the scores", () => {
    const all = candidates(50, true);
    const who = subject(true);
    const goalsOnly = {
      ...plain,
      weights: { language: 0, country: 0, goals: 100, budget: 0, availability: 0 },
    };
    for (const { parts, score: points } of best(new Pool(all), 50, who, goalsOnly))
      assert.equal(parts.find(({ factor }) => factor === "goals")!.points, points);
  });
});
