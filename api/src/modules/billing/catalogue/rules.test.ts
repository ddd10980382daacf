import assert from "node:assert/strict";
import { test } from "node:test";
import { stateOfModule } from "./rules.ts";

test("a module's state follows from plan, switch and licence", () => {
  const trial = { kind: "trial", state: "active" };
  const paid = (state: string) => ({ kind: "subscription", state });
  const rows = [
    [false, false, null, "available"],
    [false, true, null, "available"],
    [true, false, null, "included"],
    [true, true, null, "off"],
    [true, false, paid("suspended"), "included"],
    [false, false, trial, "trial"],
    [false, true, trial, "off"],
    [false, false, paid("active"), "licensed"],
    [false, false, paid("grace"), "grace"],
    [false, false, paid("suspended"), "suspended"],
    [false, false, { kind: "lifetime", state: "active" }, "licensed"],
  ] as const;
  for (const [isIncluded, isOff, licence, state] of rows) {
    assert.equal(stateOfModule({ isIncluded, isOff, licence }), state);
  }
});
