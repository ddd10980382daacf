import assert from "node:assert/strict";
import { test } from "node:test";
import { chatOverBadLines } from "./bad-lines.ts";

for (const seed of [1, 2])
  test(`lines cut and processes killed: every message shown once and in order (seed ${seed})`, async (context) => {
    const outcome = await chatOverBadLines({ seed, clients: 12, messages: 15, circle: 4, kills: 2 });
    context.diagnostic(JSON.stringify(outcome));
    const { lost, doubled, outOfOrder, cuts, killed, catchUps, extraRequests } = outcome;
    assert.deepEqual({ lost, doubled, outOfOrder }, { lost: 0, doubled: 0, outOfOrder: 0 });
    assert.ok(cuts > 0 && killed > 0 && catchUps > 0, "nothing was broken");
    assert.equal(extraRequests, 0, "a catch-up took more than one request");
  });
