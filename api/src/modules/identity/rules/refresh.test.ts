import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeRefresh } from "./refresh.ts";

const now = new Date("2026-11-21T10:00:00Z");
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const soon = new Date("2026-11-21T11:00:00Z");

const cases = [
  ["a first use rotates", { expiresAt: soon, usedAt: null, isChildUsed: false }, "rotate"],
  ["the end has come", { expiresAt: now, usedAt: null, isChildUsed: false }, "expired"],
  [
    "a second tab within the grace gets the same",
    { expiresAt: soon, usedAt: ago(10), isChildUsed: false },
    "repeat",
  ],
  ["a second use after the grace", { expiresAt: soon, usedAt: ago(10.001), isChildUsed: false }, "reused"],
  ["a grandparent, even within the grace", { expiresAt: soon, usedAt: ago(1), isChildUsed: true }, "reused"],
] as const;

for (const [name, state, outcome] of cases) test(name, () => assert.equal(judgeRefresh(state, now), outcome));
