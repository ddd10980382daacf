import assert from "node:assert/strict";
import { test } from "node:test";
import { mergeSettings, touchedBy, unknownKeys } from "./settings-changes.ts";

test("changes are laid over what is stored, inside groups too", () => {
  const stored = {
    locale: "en",
    brand: { colour: "#112233", logoUrl: null },
    allowedOrigins: ["https://a.example"],
  };
  assert.deepEqual(mergeSettings(stored, { brand: { colour: "#445566" }, allowedOrigins: [] }), {
    locale: "en",
    brand: { colour: "#445566", logoUrl: null },
    allowedOrigins: [],
  });
  assert.deepEqual(mergeSettings({}, { brand: { colour: "#445566" } }), { brand: { colour: "#445566" } });
  assert.deepEqual(stored.brand, { colour: "#112233", logoUrl: null });
});

test("keys the settings do not have are named by their path", () => {
  const complete = { locale: "en", brand: { colour: "#112233" }, limits: { perMinute: 1 } };
  assert.deepEqual(unknownKeys({ locale: "ar", brand: { colour: "#000000" } }, complete), []);
  assert.deepEqual(unknownKeys({ colour: "x", brand: { hue: 1, colour: "#000000" } }, complete), [
    ["colour"],
    ["brand", "hue"],
  ]);
  assert.deepEqual(unknownKeys({ toString: 1, brand: { constructor: 1 } }, complete), [
    ["toString"],
    ["brand", "constructor"],
  ]);
});

test("the audit log gets the touched keys alone", () => {
  assert.deepEqual(touchedBy({ locale: "ar" }, { locale: "en", currency: "EUR" }), { locale: "en" });
  assert.deepEqual(touchedBy({ locale: "ar" }, {}), { locale: null });
});
