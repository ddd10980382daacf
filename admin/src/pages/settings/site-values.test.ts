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
  assert.deepEqual(
    siteValues({ tenancy: { allowedOrigins: ["https://a.example"], brand, poweredBy: false } }),
    {
      allowedOrigins: ["https://a.example"],
      ...brand,
      poweredBy: false,
    },
  );
  assert.deepEqual(siteValues({}), {
    allowedOrigins: [],
    colour: "",
    productName: "",
    mailSenderName: "",
    logoUrl: "",
    poweredBy: true,
  });
});
