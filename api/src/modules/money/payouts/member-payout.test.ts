import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkFlow } from "../../../platform/flow/checker.ts";
import { drawFlow } from "../../../platform/flow/draw.ts";
import { loadFlow } from "../../../platform/flow/load.ts";
import { Walk } from "../../../platform/flow/testing.ts";
import { memberPayout } from "./member-payout.ts";
import { payoutVocabulary } from "./payout-vocabulary.ts";

const loaded = loadFlow(memberPayout, payoutVocabulary);
const begin = () =>
  new Walk(loaded, 4_000, {
    now: new Date("2026-03-02T08:00:00Z"),
    moments: {},
    guards: {},
    policies: {},
    effects: {},
  });

type Deed = readonly [name: string, by: string] | readonly [event: string];

const walked = (deeds: readonly Deed[]): string => {
  const walk = begin();
  for (const [name, by] of deeds) {
    if (by === undefined) walk.event(name);
    else walk.take(name, by, { reason: "because" });
  }
  return walk.instance.position.state;
};

describe("the flow of payouts", () => {
  it("has no defect", () => assert.deepEqual(checkFlow(memberPayout, payoutVocabulary), []));

  it("is drawn in the documentation as it is", () => {
    const text = readFileSync(join(import.meta.dirname, "../../../../../docs/flows.md"), "utf8");
    assert.ok(text.includes(drawFlow(memberPayout)));
  });

  it("is pinned: a version that has been released is never edited, a change is the next version", () => {
    assert.equal(loaded.fingerprint.slice(0, 16), "ae180513a87d3f47");
  });

  for (const [deeds, state] of [
    [[["approve", "operator"]], "approved"],
    [[["approve", "payee"]], "requested"],
    [[["cancel", "payee"]], "cancelled"],
    [
      [
        ["approve", "operator"],
        ["cancel", "payee"],
      ],
      "approved",
    ],
    [[["reject", "operator"]], "rejected"],
    [[["mark_paid", "operator"]], "requested"],
    [
      [
        ["approve", "operator"],
        ["send", "operator"],
        ["mark_paid", "operator"],
      ],
      "paid",
    ],
    [
      [
        ["approve", "operator"],
        ["mark_failed", "operator"],
      ],
      "failed",
    ],
    [
      [
        ["approve", "operator"],
        ["mark_paid", "operator"],
        ["mark_returned", "operator"],
      ],
      "returned",
    ],
    [[["approve", "operator"], ["payout.taken"], ["payout.arrived"]], "paid"],
    [[["approve", "operator"], ["payout.arrived"], ["payout.taken"]], "paid"],
    [[["approve", "operator"], ["payout.refused"], ["mark_paid", "operator"]], "failed"],
    [[["approve", "operator"], ["payout.arrived"], ["payout.came_back"], ["payout.arrived"]], "returned"],
    [[["approve", "operator"], ["payout.came_back"], ["payout.came_back"]], "failed"],
  ] as const) {
    it(`${deeds.map(([name]) => name).join(", ")}: ${state}`, () => assert.equal(walked(deeds), state));
  }

  for (const [deeds, event] of [
    [[], "payout.arrived"],
    [[["cancel", "payee"]], "payout.arrived"],
    [
      [
        ["approve", "operator"],
        ["mark_failed", "operator"],
      ],
      "payout.arrived",
    ],
    [
      [
        ["approve", "operator"],
        ["mark_paid", "operator"],
      ],
      "payout.refused",
    ],
  ] as const) {
    it(`calls somebody when ${event} comes after ${deeds.map(([name]) => name).join(", ") || "nothing"}`, () => {
      const walk = begin();
      for (const [name, by] of deeds) walk.take(name, by, { reason: "because" });
      assert.equal(walk.event(event).kind, "alarm");
    });
  }
});
