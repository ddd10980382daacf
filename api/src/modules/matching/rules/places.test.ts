import assert from "node:assert/strict";
import { test } from "node:test";
import { convert, currencyOf, usualRates } from "./exchange-rates.ts";
import { countryOf, languageOf } from "./places.ts";

test("a language is one code however it is written", () => {
  for (const text of [
    "en",
    "EN ",
    "English",
    "ENGLISH",
    " english",
    "en-GB",
    "en_US",
    "eng",
    "英语",
    "الإنجليزية",
    "Ｅｎｇｌｉｓｈ",
  ])
    assert.equal(languageOf(text), "en", text);
  for (const [text, code] of [
    ["zh-CN", "zh"],
    ["Chinese", "zh"],
    ["Mandarin", "zh"],
    ["中文", "zh"],
    ["简体中文", "zh"],
    ["cmn", "zh"],
    ["Deutsch", "de"],
    ["français", "fr"],
    ["日本語", "ja"],
    ["العربية", "ar"],
    ["Farsi", "fa"],
    ["yue", "yue"],
  ] as const)
    assert.equal(languageOf(text), code, text);
  for (const text of ["", " ", "Klingonish", "xx", "12", "english and french", "qqq"])
    assert.equal(languageOf(text), null, text);
});

test("a country is one code however it is written", () => {
  for (const text of ["DE", "de ", "Germany", "GERMANY", "德国", "ألمانيا"])
    assert.equal(countryOf(text), "DE", text);
  for (const [text, code] of [
    ["UK", "GB"],
    ["England", "GB"],
    ["U.S.A.", "US"],
    ["usa", "US"],
    ["United States", "US"],
    ["Holland", "NL"],
    ["中国", "CN"],
  ] as const)
    assert.equal(countryOf(text), code, text);
  for (const text of ["", "ZZ", "Atlantis", "X"]) assert.equal(countryOf(text), null, text);
});

test("a currency is one code, and amounts convert through the euro with each one's own digits", () => {
  assert.deepEqual(["eur", " USD ", "€", "£", "RMB", "¥", "gold"].map(currencyOf), [
    "EUR",
    "USD",
    "EUR",
    "GBP",
    "CNY",
    null,
    null,
  ]);
  assert.equal(convert(12_345, "EUR", "EUR", {}), 12_345);
  assert.equal(convert(10_000, "EUR", "JPY", { EUR: 1, JPY: 160 }), 16_000);
  assert.equal(convert(16_000, "JPY", "EUR", { EUR: 1, JPY: 160 }), 10_000);
  assert.equal(convert(100, "EUR", "XAU", usualRates), null);
  assert.ok(Object.keys(usualRates).every((code) => currencyOf(code) === code));
});
