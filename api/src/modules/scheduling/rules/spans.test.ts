import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type Spans, datesOf, difference, intersection, lengthOf, spansOf, union } from "./spans.ts";

const span = (start: number, end: number) => ({ start: new Date(start), end: new Date(end) });

describe("spans", () => {
  test("stretches in any order are sorted and joined", () => {
    assert.deepEqual(
      spansOf([span(5, 7), span(1, 2), span(2, 3), span(6, 9), span(4, 4), span(8, 1)]),
      [1, 3, 5, 9],
    );
    assert.deepEqual(datesOf([1, 3]), [span(1, 3)]);
  });

  test("taking time away leaves the rest, whatever order it is taken in", () => {
    const at = (clock: string): number => Date.parse(`2026-01-01T${clock}Z`);
    const open = [at("04:00"), at("12:00")];
    const taken = [span(at("04:45"), at("05:00")), span(at("04:00"), at("04:15"))];
    assert.deepEqual(difference(open, spansOf(taken)), [at("04:15"), at("04:45"), at("05:00"), at("12:00")]);
  });

  test("union, intersection and difference are what sets of minutes say", () => {
    const stretches = fc.array(fc.tuple(fc.nat(40), fc.nat(12)), { maxLength: 8 });
    const cover = (spans: Spans) =>
      Array.from({ length: 60 }, (_, t) => datesOf(spans).some((s) => +s.start <= t && t < +s.end));
    fc.assert(
      fc.property(stretches, stretches, (first, second) => {
        const [a, b] = [first, second].map((pairs) =>
          spansOf(pairs.map(([start, length]) => span(start, start + length))),
        );
        const [inA, inB] = [cover(a!), cover(b!)];
        const results: [Spans, boolean[]][] = [
          [union(a!, b!), inA.map((yes, t) => yes || inB[t]!)],
          [intersection(a!, b!), inA.map((yes, t) => yes && inB[t]!)],
          [difference(a!, b!), inA.map((yes, t) => yes && !inB[t]!)],
        ];
        for (const [spans, expected] of results) {
          assert.deepEqual(cover(spans), expected);
          assert.ok(spans.every((edge, at) => at === 0 || spans[at - 1]! < edge));
          assert.equal(lengthOf(spans), expected.filter(Boolean).length);
        }
      }),
    );
  });
});
