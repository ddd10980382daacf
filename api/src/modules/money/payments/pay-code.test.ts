import assert from "node:assert/strict";
import { test } from "node:test";
import { encode } from "uqr";
import { drawCode } from "./pay-code.ts";

test("the drawing covers the dark modules and nothing else", () => {
  const text = "weixin://wxpay/bizpayurl?pr=0123456789ab";
  const { size, path } = drawCode(text);
  const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  const strokes = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)];
  assert.equal(strokes.map(([whole]) => whole).join(""), path);
  for (const [, x, y, run] of strokes) drawn[Number(y)]!.fill(true, Number(x), Number(x) + Number(run));
  assert.deepEqual(drawn, encode(text, { ecc: "M", border: 4 }).data);
  // The quiet border scanners need.
  for (const row of drawn.slice(0, 4)) assert.ok(row.every((isDark) => !isDark));
});
