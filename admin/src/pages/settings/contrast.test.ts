import assert from "node:assert/strict";
import { test } from "node:test";
import { contrast, inkOn } from "./contrast.ts";

test("the text on a colour is the one with more contrast", () => {
  assert.equal(inkOn("#ffee88"), "#000000");
  assert.equal(inkOn("#16225c"), "#ffffff");
});

test("contrast is WCAG's, whichever colour comes first", () => {
  assert.equal(contrast("#000000", "#ffffff"), 21);
  assert.equal(contrast("#ffffff", "#000000"), 21);
  assert.equal(contrast("#3457d5", "#3457d5"), 1);
  // The published example of a grey that just passes on white.
  assert.equal(contrast("#767676", "#ffffff").toFixed(2), "4.54");
});
