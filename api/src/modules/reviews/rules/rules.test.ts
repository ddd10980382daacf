import assert from "node:assert/strict";
import { test } from "node:test";
import { averageOf } from "./average.ts";
import { shownName } from "./shown-name.ts";

test("three ratings are one number of two digits", () => {
  assert.equal(averageOf({ knowledge: 5, communication: 4, professionalism: 4 }), 4.33);
  assert.equal(averageOf({ knowledge: 5, communication: 5, professionalism: 5 }), 5);
  assert.equal(averageOf({ knowledge: 1, communication: 2, professionalism: 2 }), 1.67);
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
