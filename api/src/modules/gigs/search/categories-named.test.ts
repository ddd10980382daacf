import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { categoriesNamed } from "./categories-named.ts";

describe("categories a text may mean", () => {
  const categories = [
    { names: { en: "Logo design", "zh-CN": "标志设计", ar: "تصميم الشعارات" }, gigs: 2 },
    { names: { en: "Web design", "zh-CN": "网页设计" }, gigs: 5 },
    { names: { en: "Music" }, gigs: 9 },
  ];
  for (const [text, named] of [
    ["des", ["Web design", "Logo design"]],
    ["logo de", ["Logo design"]],
    ["設計", ["Web design", "Logo design"]],
    ["标志", ["Logo design"]],
    ["تصميم", ["Logo design"]],
    ["usic", []],
    ["%", []],
  ] as const)
    it(`${text}: ${named.join(", ") || "none"}`, () =>
      assert.deepEqual(
        categoriesNamed(text, categories).map(({ names }) => names.en),
        named,
      ));
});
