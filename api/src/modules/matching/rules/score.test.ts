import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Fit, scoreOf } from "./score.ts";

const fit = (
  factor: string,
  weight: number,
  value: number | null,
  certainty = value === null ? 0 : 1,
): Fit => ({
  factor,
  weight,
  value,
  certainty,
});

test("the score is the weighted average, and the parts add up to it", () => {
  const { score, confidence, parts } = scoreOf([
    fit("language", 25, 1),
    fit("goals", 50, 0.333),
    fit("budget", 25, 0),
  ]);
  assert.equal(score, 41.7);
  assert.equal(confidence, 100);
  assert.deepEqual(
    parts.map(({ points }) => points),
    [25, 16.7, 0],
  );
});

test("what is not known lowers the confidence and leaves the score to the rest", () => {
  const { score, confidence, parts } = scoreOf([
    fit("language", 25, 1),
    fit("goals", 50, null),
    fit("budget", 25, 0.5),
  ]);
  assert.equal(score, 75);
  assert.equal(confidence, 50);
  assert.deepEqual(parts[1], { factor: "goals", weight: 50, points: 0, fit: null });
});

test("half a certainty costs half the confidence and nothing of the score", () => {
  assert.deepEqual(scoreOf([fit("budget", 40, 1, 0.5), fit("goals", 60, 1)]).confidence, 80);
  assert.deepEqual(scoreOf([fit("budget", 40, 1, 0.5), fit("goals", 60, 1)]).score, 100);
});

test("nothing known is a score of 0 with confidence 0", () => {
  const { score, confidence } = scoreOf([fit("a", 60, null), fit("b", 40, null)]);
  assert.deepEqual([score, confidence], [0, 0]);
});

test("in 100,000 random cases the parts add up exactly, stay near their share and within 0 to 100", () => {
  const someFit = fc.record({
    factor: fc.constant("f"),
    weight: fc.nat(100),
    value: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 5 }),
    certainty: fc.constantFrom(0.5, 1),
  });
  fc.assert(
    fc.property(fc.array(someFit, { minLength: 1, maxLength: 8 }), (fits) => {
      const { score, confidence, parts } = scoreOf(fits);
      const sum = parts.reduce((total, { points }) => total + Math.round(points * 10), 0);
      assert.equal(sum, Math.round(score * 10));
      assert.ok(score >= 0 && score <= 100 && confidence >= 0 && confidence <= 100);
      const known = fits.reduce((total, { weight, value }) => total + (value === null ? 0 : weight), 0);
      parts.forEach(({ points }, at) => {
        const { weight, value } = fits[at]!;
        const exact = known > 0 ? (weight * (value ?? 0) * 100) / known : 0;
        assert.ok(Math.abs(points - exact) <= 0.1 + 1e-9, `${points} for ${exact}`);
      });
    }),
    { numRuns: 100_000 },
  );
});
