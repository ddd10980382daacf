import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { days, plus } from "../../../platform/time.ts";
import { popularityOf } from "./popularity.ts";

const start = new Date("2026-03-01T00:00:00Z");
const on = (day: number, views: number, clicks = 0) => ({ at: plus(start, days(day)), views, clicks });
const close = (actual: number, expected: number) =>
  assert.ok(Math.abs(actual - expected) < 1e-9, `${actual}`);

describe("popularity", () => {
  const unseen = popularityOf(start, []);

  it("a gig nobody looked at is as popular as one view on the day it was published", () => {
    close(popularityOf(start, [on(0, 1)]), unseen + 1);
    assert.ok(popularityOf(plus(start, days(1)), []) > unseen);
  });

  it("half is forgotten every week", () => {
    close(popularityOf(start, [on(7, 8)]), unseen + Math.log2(1 + 16));
    close(popularityOf(start, [on(7, 0), on(14, 3)]), unseen + Math.log2(1 + 12));
  });

  it("a click weighs four views", () => {
    close(popularityOf(start, [on(3, 0, 2)]), popularityOf(start, [on(3, 8)]));
  });

  it("what happens today outweighs much that happened months ago", () => {
    const old = popularityOf(start, [on(0, 500)]);
    const fresh = popularityOf(start, [on(90, 1)]);
    assert.ok(fresh > old);
  });

  it("holds over many years", () => {
    const told = popularityOf(start, [on(0, 1_000_000), on(20_000, 1)]);
    close(told, plus(start, days(20_000)).getTime() / days(7));
  });
});
