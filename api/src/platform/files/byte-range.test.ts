import assert from "node:assert/strict";
import { it } from "node:test";
import { rangeIn } from "./byte-range.ts";

const asked: readonly [header: string | undefined, part: ReturnType<typeof rangeIn>][] = [
  [undefined, null],
  ["bytes=0-", { from: 0, to: 9 }],
  ["bytes=0-0", { from: 0, to: 0 }],
  ["bytes=2-5", { from: 2, to: 5 }],
  ["bytes=2-500", { from: 2, to: 9 }],
  ["bytes=9-", { from: 9, to: 9 }],
  ["bytes=-3", { from: 7, to: 9 }],
  ["bytes=-30", { from: 0, to: 9 }],
  ["bytes=10-", "beyond"],
  ["bytes=-0", "beyond"],
  ["bytes=5-2", null],
  ["bytes=-", null],
  ["bytes=0-1,4-5", null],
  ["lines=0-1", null],
  ["bytes=a-b", null],
  [`bytes=${"9".repeat(400)}-`, null],
];

for (const [header, part] of asked)
  it(`${header?.slice(0, 30)} of ten bytes is ${JSON.stringify(part)}`, () =>
    assert.deepEqual(rangeIn(header, 10), part));
