import assert from "node:assert/strict";
import { test } from "node:test";
import { strayNames, usualDimensions } from "./dimensions.ts";
import { firstOfMonths } from "./months.ts";
import { overallOf, shownRating } from "./overall.ts";
import { shownName } from "./shown-name.ts";

test("a review is one number: its stars, else the mean of its ratings", () => {
  const ratings = { knowledge: 5, communication: 4, professionalism: 4 };
  for (const [given, expected] of [
    [{ ratings }, 4.33],
    [{ ratings: { communication: 1, quality: 2, as_described: 2 } }, 1.67],
    [{ ratings: { quality: 5 } }, 5],
    [{ ratings, stars: 2 }, 2],
    [{ ratings: {}, stars: 5 }, 5],
    [{ ratings: {} }, null],
  ] as const) {
    const overall = overallOf(given);
    assert.equal(overall && shownRating(overall), expected, JSON.stringify(given));
  }
});

test("ratings are those of the site's dimensions, all of them and no other", () => {
  for (const [ratings, missing, unknown] of [
    [{ communication: 5, quality: 5, as_described: 5 }, [], []],
    [{ communication: 5, as_described: 5 }, ["quality"], []],
    [{ communication: 5, quality: 5, as_described: 5, speed: 1 }, [], ["speed"]],
    [{ toString: 5 }, ["communication", "quality", "as_described"], ["toString"]],
    [{}, ["communication", "quality", "as_described"], []],
  ] as const)
    assert.deepEqual(strayNames(ratings, usualDimensions.gig), { missing, unknown });
});

test("months are counted back from the present one", () => {
  for (const [now, months, first] of [
    ["2026-11-30T23:59:59Z", 1, "2026-11-01T00:00:00.000Z"],
    ["2026-11-30T23:59:59Z", 12, "2025-12-01T00:00:00.000Z"],
    ["2026-01-01T00:00:00Z", 2, "2025-12-01T00:00:00.000Z"],
    ["2026-03-31T12:00:00Z", 14, "2025-02-01T00:00:00.000Z"],
  ] as const)
    assert.equal(firstOfMonths(new Date(now), months).toISOString(), first);
});

test("reviewers are named by given name and initial, where names are written so", () => {
  const shown = {
    "Ann Baker": "Ann B.",
    "Ana Lucía de Souza": "Ana S.",
    Ann: "Ann",
    李明: "李明",
    "ليلى حداد": "ليلى حداد",
    "": "",
  };
  for (const [name, expected] of Object.entries(shown)) assert.equal(shownName(name), expected);
});
