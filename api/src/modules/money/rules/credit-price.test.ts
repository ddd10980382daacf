import assert from "node:assert/strict";
import { test } from "node:test";
import { isPremium, mayAsk } from "./credit-price.ts";

const terms = {
  standardPrice: 10,
  premium: { fromPrice: 15, toPrice: 20, minRating: 4.8, minSessions: 50 },
};

const cases: readonly (readonly [rating: number | null, sessions: number, price: number, may: boolean])[] = [
  [4.8, 50, 20, true],
  [4.8, 50, 15, true],
  [5, 500, 21, false],
  [4.8, 50, 14, false],
  [4.8, 50, 11, false],
  [4.8, 50, 10, true],
  [4.7, 50, 15, false],
  [4.8, 49, 15, false],
  [null, 200, 15, false],
  [null, 0, 10, true],
  [4.7, 49, 11, false],
  [null, 0, 1, true],
  [5, 100, 0, false],
];

for (const [rating, givenSessions, price, may] of cases) {
  test(`rated ${rating ?? "by nobody"}, ${givenSessions} sessions: ${price} credits ${may ? "may" : "may not"} be asked`, () => {
    assert.equal(mayAsk(terms, { rating, givenSessions }, price), may);
  });
}

test("premium begins at both marks at once", () => {
  assert.equal(isPremium(terms, { rating: 4.8, givenSessions: 50 }), true);
  assert.equal(isPremium(terms, { rating: 4.79, givenSessions: 50 }), false);
  assert.equal(isPremium(terms, { rating: 4.8, givenSessions: 49 }), false);
});
