import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Candidate, score, type Subject } from "./coaching.ts";
import { usualRates } from "./exchange-rates.ts";
import { usualProfile } from "./weight-profiles.ts";
import { weekOfHours } from "./week.ts";

const coaching = usualProfile("coaching");
const scales = { rates: usualRates, unrelatedCosine: 0.15, sameCosine: 0.85 };
const now = new Date("2026-03-04T12:00:00Z");
const hoursOf = (startMinute: number, endMinute: number, zone = "Europe/Berlin") =>
  weekOfHours([{ weekday: 2, startMinute, endMinute }], zone, now);
const unit = (...numbers: number[]) =>
  Float32Array.from(numbers, (number) => number / Math.hypot(...numbers));

const subject: Subject = {
  languages: ["fr"],
  country: "CA",
  goal: unit(1, 0, 0),
  budget: { amountMinor: 10_000, currency: "EUR" },
  week: hoursOf(1080, 1260),
};
const coach: Candidate = {
  id: "a",
  languages: ["fr", "en"],
  countries: ["CA", "FR"],
  expertise: unit(1, 0, 0),
  price: { amountMinor: 8000, currency: "EUR" },
  week: hoursOf(540, 1320),
  rating: 4.5,
  ratingCount: 10,
  load: null,
  isNewcomer: false,
  reciprocity: null,
};
const scoreFor = (changes: Partial<Candidate>, wish: Partial<Subject> = {}) =>
  score(coaching, { ...subject, ...wish }, { ...coach, ...changes }, scales);
const pointsOf = (
  factor: string,
  changes: Partial<Candidate>,
  wish: Partial<Subject> = {},
): number | undefined => scoreFor(changes, wish).parts.find((part) => part.factor === factor)?.points;

describe("the coaching profile", () => {
  test("a coach who fits in everything has 100 with confidence 100", () => {
    assert.deepEqual(
      [scoreFor({}).score, scoreFor({}).confidence, scoreFor({}).parts.map(({ points }) => points)],
      [100, 100, [25, 20, 30, 15, 10]],
    );
  });

  test("two coaches equal but for the language are 25 apart", () => {
    assert.equal(scoreFor({}).score - scoreFor({ languages: ["de"] }).score, 25);
  });

  test("two coaches equal but for the country are 20 apart", () => {
    assert.equal(scoreFor({}).score - scoreFor({ countries: ["DE"] }).score, 20);
  });

  test("a goal that equals the expertise gives 30, an unrelated one 0, a related one something between", () => {
    assert.equal(pointsOf("goals", {}), 30);
    assert.equal(pointsOf("goals", { expertise: unit(0, 1, 0) }), 0);
    assert.equal(pointsOf("goals", { expertise: unit(-1, 0, 0) }), 0);
    const between = pointsOf("goals", { expertise: unit(1, 1.5, 0) })!;
    assert.ok(between > 5 && between < 25, String(between));
  });

  test("a price within the budget gives 15, less above, 0 far above", () => {
    const forPrice = (amountMinor: number) => pointsOf("budget", { price: { amountMinor, currency: "EUR" } });
    assert.deepEqual(
      [0, 5000, 10_000, 11_000, 12_500, 15_000, 90_000].map(forPrice),
      [15, 15, 15, 12, 7.5, 0, 0],
    );
    const free = { budget: { amountMinor: 0, currency: "EUR" } };
    assert.equal(pointsOf("budget", { price: { amountMinor: 0, currency: "EUR" } }, free), 15);
    assert.equal(pointsOf("budget", {}, free), 0);
  });

  test("a price in other money is converted, with half the certainty", () => {
    const inYen = scoreFor({ price: { amountMinor: 12_000, currency: "JPY" } });
    assert.equal(inYen.score, 100);
    assert.equal(inYen.confidence, 93);
    assert.equal(pointsOf("budget", { price: { amountMinor: 40_000, currency: "JPY" } }), 0);
    assert.equal(scoreFor({ price: { amountMinor: 100, currency: "XAU" } }).confidence, 85);
  });

  test("all the hours asked for give 10, half of them 5, none 0", () => {
    assert.equal(pointsOf("availability", {}), 10);
    assert.equal(pointsOf("availability", { week: hoursOf(1080, 1170) }), 5);
    assert.equal(pointsOf("availability", { week: hoursOf(540, 600) }), 0);
  });

  test("hours are compared in UTC: a coach in another zone has none of the same wall-clock hours", () => {
    assert.equal(pointsOf("availability", { week: hoursOf(1080, 1260, "Asia/Tokyo") }), 0);
    assert.equal(pointsOf("availability", { week: hoursOf(720, 900, "America/Toronto") }), 10);
  });

  test("who can come at any time needs no coach who works day and night", () => {
    const anyTime = weekOfHours([{ weekday: 1, startMinute: 0, endMinute: 7 * 1440 }], "UTC", now);
    assert.equal(pointsOf("availability", { week: hoursOf(540, 1020) }, { week: anyTime }), 10);
  });

  test("what is missing on either side lowers the confidence and not the score", () => {
    for (const [missing, confidence] of [
      [{ languages: [] }, 75],
      [{ countries: [] }, 80],
      [{ expertise: null }, 70],
      [{ price: null }, 85],
      [{ week: null }, 90],
    ] as const) {
      const { score: points, confidence: sure } = scoreFor(missing);
      assert.deepEqual([points, sure], [100, confidence]);
    }
    const silent: Subject = { languages: [], country: null, goal: null, budget: null, week: null };
    assert.deepEqual(scoreFor({}, silent).confidence, 0);
  });

  test("a goal without words is not known", () => {
    assert.equal(scoreFor({}, { goal: new Float32Array(3) }).confidence, 70);
    assert.equal(scoreFor({ expertise: new Float32Array(3) }).confidence, 70);
  });

  test("vectors of another model are not compared", () => {
    assert.equal(scoreFor({ expertise: unit(1, 0) }).confidence, 70);
  });
});
