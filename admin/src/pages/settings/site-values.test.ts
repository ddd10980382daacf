import assert from "node:assert/strict";
import { test } from "node:test";
import { isOrigin, linesOf, siteValues } from "./site-values.ts";

test("origins have no path and no slash at their end", () => {
  assert.ok(isOrigin("https://www.example.com"));
  assert.ok(isOrigin("http://localhost:4010"));
  for (const line of ["https://example.com/", "https://example.com/a", "example.com", "*"])
    assert.ok(!isOrigin(line));
});

test("typed lines lose their spaces and empty ones go", () => {
  assert.deepEqual(linesOf(" a \n\n b\n"), ["a", "b"]);
});

test("values are found in the answer, and missing ones are empty", () => {
  const brand = { colour: "#112233", productName: "North", mailSenderName: "North desk", logoUrl: "" };
  const place = {
    locale: "ar",
    locales: ["ar", "en"],
    currency: "SAR",
    timeZone: "Asia/Riyadh",
    siteUrl: "https://a.example/",
    allowedOrigins: ["https://a.example"],
  };
  const settings = { tenancy: { ...place, brand, poweredBy: false } };
  assert.deepEqual(siteValues({ settings, mayHidePoweredBy: true }), {
    ...place,
    ...brand,
    poweredBy: false,
    mayHidePoweredBy: true,
  });
  // What was switched off on another plan counts as switched on.
  assert.equal(siteValues({ settings, mayHidePoweredBy: false }).poweredBy, true);
  assert.deepEqual(siteValues({ settings: { tenancy: { siteUrl: null } }, mayHidePoweredBy: true }), {
    locale: "",
    locales: [],
    currency: "",
    timeZone: "",
    siteUrl: "",
    allowedOrigins: [],
    colour: "",
    productName: "",
    mailSenderName: "",
    logoUrl: "",
    poweredBy: true,
    mayHidePoweredBy: true,
  });
});
