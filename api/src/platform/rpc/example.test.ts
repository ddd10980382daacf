import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { appRouter } from "../../router.ts";
import { exampleOf } from "./example.ts";
import { procedureTable } from "./table.ts";

describe("examples of the reference", () => {
  for (const { path, meta } of procedureTable(appRouter).values()) {
    it(`${path} takes its own example and could answer the one it shows`, () => {
      meta.input.parse(exampleOf(meta.input, "input"));
      meta.output.parse(exampleOf(meta.output, "output"));
    });
  }

  it("is the one a field names", () => {
    const { input } = procedureTable(appRouter).get("identity.requestCode")!.meta;
    assert.equal((exampleOf(input, "input") as { email: string }).email, "ada@example.com");
  });
});
