import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  badgesOf,
  emptyRecord,
  isPromotion,
  levelAbove,
  levelOf,
  needsOf,
  scoreOf,
  type SellerRecord,
} from "./reputation.ts";
import { usualBadges, usualLevels, usualWeights } from "./usual-honours.ts";

const record = (parts: Partial<SellerRecord>): SellerRecord => ({ ...emptyRecord, ...parts });

/** A record good enough for the highest of the usual levels, and for every badge. */
const best = record({
  completed: 50,
  due: 50,
  onTime: 50,
  buyers: 40,
  returningBuyers: 8,
  reviews: 30,
  rating: 4.9,
});

describe("the level of a seller", () => {
  const cases: readonly [name: string, parts: Partial<SellerRecord>, level: string | null][] = [
    ["nobody who sold nothing has one", emptyRecord, null],
    ["everything met", best, "top_rated"],
    ["one order short of the top", { ...best, completed: 49 }, "level_two"],
    ["a rating on the bound counts", { ...best, rating: 4.7 }, "top_rated"],
    ["a rating below the bound does not", { ...best, rating: 4.69 }, "level_two"],
    ["too few reviews", { ...best, reviews: 19 }, "level_two"],
    ["nobody rated them", { ...best, reviews: 0, rating: null }, null],
    ["nineteen orders", { ...best, completed: 19 }, "level_one"],
    ["four orders", { ...best, completed: 4 }, null],
    ["one in twenty late", { ...best, due: 100, onTime: 95 }, "top_rated"],
    ["more than one in twenty late", { ...best, due: 100, onTime: 94 }, "level_two"],
    ["one in six late", { ...best, due: 12, onTime: 10 }, null],
    ["one in twenty called off", { ...best, completed: 95, cancelled: 5 }, "top_rated"],
    ["more than one in twenty called off", { ...best, completed: 94, cancelled: 6 }, "level_two"],
    ["one in five called off", { ...best, completed: 80, cancelled: 20 }, null],
  ];
  for (const [name, parts, level] of cases)
    it(`${name}: ${level}`, () => assert.equal(levelOf(usualLevels, record(parts))?.name ?? null, level));

  it("is the highest that is met, whatever is asked for below it", () => {
    const levels = [
      { name: "low", labels: { en: "Low" }, needs: { returningBuyers: 5 } },
      { name: "high", labels: { en: "High" }, needs: { orders: 1 } },
    ];
    assert.equal(levelOf(levels, record({ completed: 1 }))?.name, "high");
    assert.equal(levelOf([], best), null);
  });

  for (const [before, after, isUp] of [
    [null, "level_one", true],
    ["level_one", "top_rated", true],
    ["top_rated", "level_two", false],
    ["level_one", null, false],
    ["of_old", "level_one", true],
    ["level_one", "of_old", false],
  ] as const)
    it(`from ${before} to ${after} is ${isUp ? "up" : "down"}`, () =>
      assert.equal(isPromotion(usualLevels, before, after), isUp));

  for (const [name, above] of [
    [null, "level_one"],
    ["level_one", "level_two"],
    ["top_rated", null],
    ["of_old", "level_one"],
  ] as const)
    it(`above ${name} is ${above}`, () => assert.equal(levelAbove(usualLevels, name)?.name ?? null, above));
});

describe("what a level takes", () => {
  it("stands beside what there is of it, in one order", () => {
    const needs = { cancelledPercent: 10, orders: 3, onTimePercent: 90, rating: 4.5 };
    assert.deepEqual(needsOf(needs, record({ completed: 2, cancelled: 1, due: 3, onTime: 3 })), [
      { metric: "orders", needed: 3, has: 2, isMet: false },
      { metric: "rating", needed: 4.5, has: null, isMet: false },
      { metric: "onTimePercent", needed: 90, has: 100, isMet: true },
      { metric: "cancelledPercent", needed: 10, has: 33.3, isMet: false },
    ]);
  });

  it("nothing called off is met before the first order, nothing late is not", () => {
    assert.deepEqual(
      needsOf({ cancelledPercent: 0, onTimePercent: 0 }, emptyRecord).map(({ isMet }) => isMet),
      [false, true],
    );
  });
});

describe("badges", () => {
  const names = (parts: Partial<SellerRecord>) =>
    badgesOf(usualBadges, record(parts)).map(({ name }) => name);

  it("each for itself", () => {
    assert.deepEqual(names(best), ["always_on_time", "buyers_favourite", "keeps_promises", "buyers_return"]);
    assert.deepEqual(names({ ...best, cancelled: 1, returningBuyers: 2 }), [
      "always_on_time",
      "buyers_favourite",
    ]);
    assert.deepEqual(names({ ...best, completed: 9, rating: 4.79 }), ["buyers_return"]);
    assert.deepEqual(names(emptyRecord), []);
  });
});

describe("the score", () => {
  const scored = (parts: Partial<SellerRecord>) => scoreOf(record(parts), usualWeights);

  it("is null before an order has ended, and where nothing known has a weight", () => {
    assert.equal(scored({ reviews: 3, rating: 5 }), null);
    const onlyRating = { rating: 50, onTime: 0, kept: 0, experience: 0 };
    assert.equal(scoreOf(record({ completed: 5 }), onlyRating), null);
  });

  it("is the sum of its parts by their shares", () => {
    const { score, parts } = scored({ ...best, cancelled: 10, onTime: 40 })!;
    const sum = parts.reduce((total, { value, share }) => total + value * share, 0);
    assert.ok(Math.abs(sum - score) <= 0.6, `${sum} is not ${score}`);
    assert.deepEqual(
      parts.map(({ part, share }) => [part, share]),
      [
        ["rating", 0.5],
        ["onTime", 0.2],
        ["kept", 0.2],
        ["experience", 0.1],
      ],
    );
  });

  it("what nothing is known of lends its weight to the others", () => {
    assert.deepEqual(
      scored({ completed: 3 })?.parts.map(({ part, share }) => [part, share]),
      [
        ["kept", 0.667],
        ["experience", 0.333],
      ],
    );
  });

  it("one bad review does not decide, many do", () => {
    const [one, many] = [
      scored({ ...best, reviews: 1, rating: 1 }),
      scored({ ...best, reviews: 60, rating: 1 }),
    ];
    assert.ok(one!.score > many!.score + 20, `${one!.score} and ${many!.score}`);
  });

  it("stays between 0 and 100", () => {
    const worst = { completed: 0, cancelled: 9, due: 9, onTime: 0, reviews: 10_000, rating: 1 };
    assert.equal(scored(worst)?.score, 0);
    const perfect = { ...best, completed: 5_000, reviews: 100_000, rating: 5 };
    assert.equal(scored(perfect)?.score, 100);
  });
});
