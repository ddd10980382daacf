import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { flowBook, loadFlow } from "./load.ts";
import { parametersSchema } from "./parameters.ts";
import { sale, SaleDraft, saleVocabulary } from "./sale/testing.ts";

const loaded = loadFlow(sale, saleVocabulary);

describe("loadFlow", () => {
  it("finds transitions and timers by name", () => {
    assert.equal(loaded.transitions.get("object")?.region, "dispute");
    assert.deepEqual(loaded.timers.get("nobody_answers")?.state, "asked");
  });

  it("refuses a wrong flow with every defect", () => {
    const draft = new SaleDraft();
    draft.transition("accept").effects = [];
    draft.state("delivered").timers = [];
    assert.throws(
      () => loadFlow(draft.flow, saleVocabulary),
      (error: Error) => {
        assert.match(error.message, /^the flow sale 1 cannot run:\n/);
        assert.match(error.message, /main\.delivered: .*\(stuck\)/);
        assert.match(error.message, /main\.done: .*\(escrow_left\)/);
        return true;
      },
    );
  });

  it("gives one flow one fingerprint, however it is written, and a changed one another", () => {
    const draft = new SaleDraft();
    draft.flow.states = Object.fromEntries(Object.entries(draft.flow.states).toReversed());
    assert.equal(loadFlow(draft.flow, saleVocabulary).fingerprint, loaded.fingerprint);
    draft.state("paid").label = "sale.bought";
    assert.notEqual(loadFlow(draft.flow, saleVocabulary).fingerprint, loaded.fingerprint);
  });
});

describe("flowBook", () => {
  const second = loadFlow({ ...sale, version: 2 }, saleVocabulary);

  it("keeps every version and knows the newest", () => {
    const book = flowBook([second, loaded]);
    assert.equal(book.get("sale", 1), loaded);
    assert.equal(book.newest("sale"), second);
  });

  it("throws for a version that is gone, and for two of one version", () => {
    assert.throws(() => flowBook([second]).get("sale", 1), /sale@1/);
    assert.throws(() => flowBook([loaded, loaded]), /two flows are called sale@1/);
  });
});

describe("parametersSchema", () => {
  const schema = parametersSchema(sale);

  it("fills in the defaults", () => {
    assert.deepEqual(schema.parse({ payMinutes: 45 }), {
      payMinutes: 45,
      acceptMinutes: 4_320,
      deposit: 2_000,
      reminders: 2,
    });
  });

  it("refuses numbers out of bounds, parts of numbers and unknown names", () => {
    for (const settings of [{ payMinutes: 0 }, { payMinutes: 1.5 }, { payMinutes: "45" }, { mood: 1 }]) {
      assert.equal(schema.safeParse(settings).success, false);
    }
  });
});
