import assert from "node:assert/strict";
import { test } from "node:test";
import { changesOf } from "./changes.ts";

test("what is new, what changed, what is gone; what stayed is left out", () => {
  assert.deepEqual(
    changesOf({ name: "Old", kind: "secret", note: "a" }, { name: "New", kind: "secret", hours: 24 }),
    [
      { path: ["name"], before: "Old", after: "New" },
      { path: ["note"], before: "a", after: null },
      { path: ["hours"], before: null, after: 24 },
    ],
  );
});

test("groups are told by the parts that changed, lists as a whole", () => {
  assert.deepEqual(
    changesOf(
      { tenancy: { brand: { colour: "#111111", logo: null }, locales: ["en"] } },
      { tenancy: { brand: { colour: "#222222", logo: null }, locales: ["en", "ar"] } },
    ),
    [
      { path: ["tenancy", "brand", "colour"], before: "#111111", after: "#222222" },
      { path: ["tenancy", "locales"], before: ["en"], after: ["en", "ar"] },
    ],
  );
  assert.deepEqual(changesOf(null, null), []);
});
