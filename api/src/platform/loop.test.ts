import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { createLog } from "./log.ts";
import { startLoop } from "./loop.ts";

const silent = createLog("critical", { write: () => undefined });

test("rounds follow each other until stopped, and stopping waits for the one in progress", async () => {
  let rounds = 0;
  let isInside = false;
  const loop = startLoop("Counting", silent, async () => {
    isInside = true;
    await sleep(10);
    isInside = false;
    rounds += 1;
    return 0;
  });
  await sleep(100);
  await loop.stop();
  assert.equal(isInside, false);
  const stoppedAt = rounds;
  assert.ok(stoppedAt >= 2);
  await sleep(50);
  assert.equal(rounds, stoppedAt);
});

test("a long wait is cut short by `soon`, also when asked during the round", async () => {
  const times: number[] = [];
  const loop = startLoop("Waiting", silent, async () => {
    times.push(performance.now());
    if (times.length === 2) loop.soon(20);
    return 60_000;
  });
  await sleep(20);
  loop.soon(10);
  loop.soon(30_000);
  await sleep(200);
  await loop.stop();
  assert.equal(times.length, 3);
});

test("a round that throws is tried again", async () => {
  let rounds = 0;
  const loop = startLoop("Failing", silent, async () => {
    rounds += 1;
    if (rounds === 1) throw new Error("once");
    return 60_000;
  });
  await sleep(0);
  loop.soon(0);
  await sleep(50);
  await loop.stop();
  assert.equal(rounds, 2);
});
