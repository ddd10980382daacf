import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkFlow } from "./checker.ts";
import { sale, saleVocabulary } from "./sale/testing.ts";

describe("checkFlow", () => {
  it("finds nothing in a right flow", () => assert.deepEqual(checkFlow(sale, saleVocabulary), []));
});
