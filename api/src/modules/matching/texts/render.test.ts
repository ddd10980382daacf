import assert from "node:assert/strict";
import { test } from "node:test";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { sentenceOf } from "./render.ts";
import { zhCn } from "./zh-cn.ts";

test("every sentence exists in every language with the same values in it", () => {
  const values = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
  for (const [code, sentence] of Object.entries(en)) {
    for (const other of [zhCn, ar]) {
      const translated = other[code as keyof typeof en];
      assert.deepEqual(values(translated), values(sentence), code);
      assert.notEqual(translated, sentence, code);
    }
  }
});

test("values are written as the language writes them", () => {
  const budget = { priceMinor: 9950, currency: "EUR", percent: 25 };
  assert.equal(sentenceOf("en", "budget.above", budget), "From €99.50 a session, 25% above your budget.");
  assert.equal(
    sentenceOf("en", "budget.within", { priceMinor: 12_000, currency: "JPY" }),
    "From ¥12,000 a session, within your budget.",
  );
  assert.equal(
    sentenceOf("zh-CN", "budget.within", { priceMinor: 30_000, currency: "CNY" }),
    "每次 ¥300 起，在您的预算之内。",
  );
  assert.equal(
    sentenceOf("en", "language.shared", { languages: "fr,en" }),
    "You share a language: French and English.",
  );
  assert.equal(
    sentenceOf("zh-CN", "availability.some", { hours: 1.5, wanted: 6 }),
    "您每周有空的6小时中，对方有1.5小时也有空。",
  );
  assert.equal(
    sentenceOf("en", "availability.full", { hours: 1, wanted: 1 }),
    "Has time when you do: 1 hour a week.",
  );
  assert.match(sentenceOf("ar", "country.same", { country: "DE" }), /ألمانيا/);
});

test("a language without sentences is answered in English", () => {
  assert.equal(sentenceOf("fr", "rating.none", {}), "Not rated yet.");
});
