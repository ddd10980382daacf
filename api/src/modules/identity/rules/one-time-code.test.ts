import assert from "node:assert/strict";
import { it } from "node:test";
import { codeEnd, codesSince, minutesToNextCode } from "./one-time-code.ts";

const now = new Date("2026-05-04T10:00:00Z");
const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

for (const [name, sent, expected] of [
  ["none sent", [], null],
  ["four sent within the hour", [59, 40, 20, 1], null],
  ["five sent: one more when the first is an hour old", [50, 40, 20, 10, 1], 10],
  ["seven sent: the fifth newest counts", [59, 58, 50, 40, 20, 10, 1], 10],
  ["a part of a minute is a whole one", [59.5, 40, 20, 10, 1], 1],
] as const)
  it(name, () => assert.equal(minutesToNextCode(sent.map(ago), now), expected));

it("a code lasts ten minutes and counts for an hour", () => {
  assert.equal(codeEnd(now).toISOString(), "2026-05-04T10:10:00.000Z");
  assert.equal(codesSince(now).toISOString(), "2026-05-04T09:00:00.000Z");
});
