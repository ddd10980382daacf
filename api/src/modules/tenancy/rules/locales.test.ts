import assert from "node:assert/strict";
import { test } from "node:test";
import { pickLocale } from "./locales.ts";

const site = { locale: "en", locales: ["en", "zh-CN", "ar"] } as const;

test("the first asked locale the site offers wins, by name or language", () => {
  assert.equal(pickLocale(["zh-CN"], site), "zh-CN");
  assert.equal(pickLocale(["zh-TW"], site), "zh-CN");
  assert.equal(pickLocale([null, "", "fr", "AR-EG"], site), "ar");
  assert.equal(pickLocale(["en-GB", "ar"], site), "en");
});

test("without a match it is the site's own", () => {
  assert.equal(pickLocale(["fr"], { ...site, locale: "ar" }), "ar");
  assert.equal(pickLocale([], site), "en");
});
