import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { FreshCache } from "./fresh-cache.ts";

const counter = () => {
  let loads = 0;
  return { load: async () => ++loads, loads: () => loads };
};

test("one load for all who ask at once, and for those who ask soon after", async () => {
  const cache = new FreshCache<number>({ maxAgeMs: 1000, maxEntries: 10 });
  const { load } = counter();
  assert.deepEqual(await Promise.all([cache.get("a", load), cache.get("a", load)]), [1, 1]);
  assert.equal(await cache.get("a", load), 1);
  assert.equal(await cache.get("b", load), 2);
});

test("too old is loaded again", async () => {
  const cache = new FreshCache<number>({ maxAgeMs: 20, maxEntries: 10 });
  const { load } = counter();
  await cache.get("a", load);
  await sleep(30);
  assert.equal(await cache.get("a", load), 2);
});

test("a failure is not remembered", async () => {
  const cache = new FreshCache<number>({ maxAgeMs: 1000, maxEntries: 10 });
  await assert.rejects(cache.get("a", () => Promise.reject(new Error("down"))));
  assert.equal(await cache.get("a", async () => 7), 7);
});

test("what was forgotten is loaded each time until the change had time to commit", async () => {
  const cache = new FreshCache<number>({ maxAgeMs: 60_000, maxEntries: 10 });
  const { load } = counter();
  await cache.get("a", load);
  cache.forget("a");
  assert.equal(await cache.get("a", load), 2);
  assert.equal(await cache.get("a", load), 3);
  await sleep(1010);
  assert.equal(await cache.get("a", load), 4);
  assert.equal(await cache.get("a", load), 4);
});

test("it does not grow without bound, and keeps the newest", async () => {
  const cache = new FreshCache<number>({ maxAgeMs: 60_000, maxEntries: 100 });
  const { load, loads } = counter();
  for (let i = 0; i < 1000; i++) await cache.get(`key ${i}`, load);
  assert.equal(await cache.get("key 999", load), 1000);
  await cache.get("key 0", load);
  assert.equal(loads(), 1001);
});
