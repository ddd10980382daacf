import assert from "node:assert/strict";
import { test } from "node:test";
import { daysOf } from "./free-days.ts";

const starts = ["2026-03-28T23:30:00.000Z", "2026-03-29T08:00:00.000Z", "2026-03-29T22:30:00.000Z"];

test("free times lie in the reader's days, whatever the host's are", () => {
  const shape = (zone: string) =>
    daysOf(starts, zone).map(({ date, starts: { length } }) => `${date} ${length}`);
  assert.deepEqual(shape("UTC"), ["2026-03-28 1", "2026-03-29 2"]);
  // The clock goes forward that night.
  assert.deepEqual(shape("Europe/Berlin"), ["2026-03-29 2", "2026-03-30 1"]);
  assert.deepEqual(shape("America/Los_Angeles"), ["2026-03-28 1", "2026-03-29 2"]);
  assert.deepEqual(daysOf([], "UTC"), []);
});
