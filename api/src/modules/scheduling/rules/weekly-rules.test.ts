import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type WeeklyRule } from "./availability.ts";
import { firstOverlap, hoursOverlap, problemOfHours, problemOfRule, rulesOverlap } from "./weekly-rules.ts";

const rule = (
  weekday: number,
  startMinute: number,
  endMinute: number,
  validFrom?: string,
  validUntil?: string,
): WeeklyRule => ({
  weekday,
  startMinute,
  endMinute,
  validFrom: validFrom ?? null,
  validUntil: validUntil ?? null,
});

describe("weekly rules", () => {
  const cases: [what: string, a: WeeklyRule, b: WeeklyRule, overlap: boolean][] = [
    ["the same hours", rule(1, 540, 600), rule(1, 540, 600), true],
    ["a minute in common", rule(1, 540, 600), rule(1, 599, 660), true],
    ["hours that touch", rule(1, 540, 600), rule(1, 600, 660), false],
    ["another weekday", rule(1, 540, 600), rule(2, 540, 600), false],
    ["past midnight into the next day", rule(1, 1320, 1560), rule(2, 60, 180), true],
    ["past midnight up to the next day's start", rule(1, 1320, 1500), rule(2, 60, 180), false],
    ["Sunday night into Monday", rule(7, 1320, 1560), rule(1, 0, 30), true],
    ["whole days in a row", rule(1, 0, 1440), rule(2, 0, 1440), false],
    [
      "one ends before the other begins",
      rule(1, 540, 600, undefined, "2026-06-07"),
      rule(1, 540, 600, "2026-06-08"),
      false,
    ],
    [
      "both valid on one Monday",
      rule(1, 540, 600, undefined, "2026-06-08"),
      rule(1, 540, 600, "2026-06-08"),
      true,
    ],
    [
      "valid together, but on no Monday",
      rule(1, 540, 600, "2026-06-02"),
      rule(1, 540, 600, undefined, "2026-06-07"),
      false,
    ],
    [
      "the last night reaches the first morning",
      rule(1, 1320, 1560, undefined, "2026-06-08"),
      rule(2, 60, 180, "2026-06-09"),
      true,
    ],
    [
      "the first night after the last morning",
      rule(1, 1320, 1560, "2026-06-09"),
      rule(2, 60, 180, undefined, "2026-06-15"),
      false,
    ],
    [
      "the night after the last",
      rule(1, 1320, 1560, undefined, "2026-06-07"),
      rule(2, 60, 180, "2026-06-09"),
      false,
    ],
  ];
  for (const [what, a, b, overlap] of cases) {
    test(`${what} ${overlap ? "overlaps" : "does not overlap"}`, () => {
      assert.equal(rulesOverlap(a, b), overlap);
      assert.equal(rulesOverlap(b, a), overlap);
      assert.equal(firstOverlap(a, [b]), overlap ? b : undefined);
    });
  }

  test("impossible rules are named", () => {
    assert.equal(problemOfRule(rule(1, 0, 1440, "2026-01-01", "2026-01-01")), null);
    assert.equal(problemOfRule(rule(7, 1439, 2879)), null);
    assert.equal(problemOfRule(rule(0, 0, 60)), "no_weekday");
    assert.equal(problemOfRule(rule(8, 0, 60)), "no_weekday");
    assert.equal(problemOfRule(rule(1.5, 0, 60)), "no_weekday");
    assert.equal(problemOfRule(rule(1, 0, 60, "2026-02-30")), "no_date");
    assert.equal(problemOfRule(rule(1, 0, 60, "2026-02-02", "2026-02-01")), "ends_before_valid");
    assert.equal(problemOfHours({ startMinute: -1, endMinute: 60 }), "start_out_of_day");
    assert.equal(problemOfHours({ startMinute: 1440, endMinute: 1500 }), "start_out_of_day");
    assert.equal(problemOfHours({ startMinute: 60, endMinute: 60 }), "end_before_start");
    assert.equal(problemOfHours({ startMinute: 60, endMinute: 90.5 }), "end_before_start");
    assert.equal(problemOfHours({ startMinute: 60, endMinute: 1501 }), "longer_than_a_day");
  });

  test("the hours of one date may touch but not overlap", () => {
    const hours = (...pairs: [number, number][]) =>
      pairs.map(([startMinute, endMinute]) => ({ startMinute, endMinute }));
    assert.equal(hoursOverlap(hours([600, 660], [540, 600])), false);
    assert.equal(hoursOverlap(hours([600, 660], [540, 601])), true);
    assert.equal(hoursOverlap([]), false);
  });
});
