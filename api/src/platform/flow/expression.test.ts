import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type AnyExpression } from "./definition.ts";
import { dueAt, surelyKnown } from "./expression.ts";

const at = (time: string) => new Date(`2026-03-01T${time}:00Z`);
const moments = { placed: at("08:00"), start: at("10:00"), end: at("11:00"), seen: null };
const parameters = { grace: 15 };

describe("dueAt", () => {
  const cases: [string, AnyExpression, Date | null][] = [
    ["a moment", { at: "start" }, at("10:00")],
    ["a moment and some minutes", { at: "end", plus: 5 }, at("11:05")],
    ["the tenant's minutes before a moment", { at: "start", minus: { parameter: "grace" } }, at("09:45")],
    ["both ways", { at: "start", plus: 60, minus: { parameter: "grace" } }, at("10:45")],
    ["a moment that has not come", { at: "seen", plus: 5 }, null],
    ["a moment nobody speaks of", { at: "never" }, null],
    ["the earliest", { earliest: [{ at: "end" }, { at: "start", plus: 5 }] }, at("10:05")],
    ["the latest", { latest: [{ at: "end" }, { at: "start", plus: 5 }] }, at("11:00")],
    ["the earliest of those known", { earliest: [{ at: "seen" }, { at: "end" }] }, at("11:00")],
    [
      "one inside another",
      { latest: [{ at: "placed" }, { earliest: [{ at: "start" }, { at: "end" }] }] },
      at("10:00"),
    ],
    ["nothing known", { earliest: [{ at: "seen" }] }, null],
  ];
  for (const [what, expression, instant] of cases) {
    it(what, () => assert.deepEqual(dueAt(expression, moments, parameters), instant));
  }

  it("throws when the order lacks a parameter", () => {
    assert.throws(() => dueAt({ at: "start", plus: { parameter: "mood" } }, moments, parameters), /mood/);
  });
});

describe("surelyKnown", () => {
  const always = new Set(["start"]);
  const cases: [AnyExpression, boolean][] = [
    [{ at: "entered" }, true],
    [{ at: "placed", plus: 5 }, true],
    [{ at: "start" }, true],
    [{ at: "seen" }, false],
    [{ earliest: [{ at: "seen" }, { at: "start" }] }, true],
    [{ latest: [{ at: "seen" }, { latest: [] }] }, false],
  ];
  for (const [expression, known] of cases) {
    it(`${JSON.stringify(expression)}: ${known}`, () => assert.equal(surelyKnown(expression, always), known));
  }
});
