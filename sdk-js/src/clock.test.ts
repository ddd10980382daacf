import assert from "node:assert/strict";
import { test } from "node:test";
import { tinyApi } from "../test/tiny-api.ts";
import { advanceClock, type ClockAdvance, ClockStuck } from "./clock.ts";
import { connectServer } from "./server.ts";

const to = "2027-01-01T00:00:00.000Z";
const at = (now: string, pending = 0, failed = 0) => ({ data: { now, to, pending, failed } });

async function sandboxThat(answers: readonly ReturnType<typeof at>[]) {
  const { url, requests } = await tinyApi((_, nth) => answers[nth - 1] ?? answers.at(-1)!);
  return { client: connectServer({ url, secretKey: "sk_test_secret" }), requests };
}

test("asks again until now is the moment asked for, each time under a key of its own", async () => {
  const { client, requests } = await sandboxThat([
    at("2026-12-01T00:00:00.000Z", 7),
    at("2026-12-20T00:00:00.000Z", 3, 1),
    at(to, 0, 1),
  ]);
  const seen: ClockAdvance[] = [];
  const advance = await advanceClock(client, new Date(to), { onAdvance: (one) => seen.push(one) });
  assert.deepEqual(advance, { now: to, to, pending: 0, failed: 1 });
  assert.equal(seen.length, 3);
  assert.deepEqual(
    requests.map(({ path, input }) => [path, input["to"]]),
    Array.from({ length: 3 }, () => ["sandbox.clock", to]),
  );
  assert.equal(new Set(requests.map(({ headers }) => headers["idempotency-key"])).size, 3);
});

test("a clock that stands still is given up after three answers that bring nothing new, with the last of them", async () => {
  const { client, requests } = await sandboxThat([
    at("2026-12-01T00:00:00.000Z", 5),
    at("2026-12-02T00:00:00.000Z", 5),
    at("2026-12-02T00:00:00.000Z", 4),
    at("2026-12-02T00:00:00.000Z", 4, 2),
  ]);
  const stuck: unknown = await advanceClock(client, to).catch((thrown: unknown) => thrown);
  assert.ok(stuck instanceof ClockStuck);
  assert.equal(stuck.advance.failed, 2);
  assert.match(stuck.message, /stands at 2026-12-02.*4 things are pending, 2 failed/);
  assert.equal(requests.length, 6);
});

test("a signal gives it up between two answers", async () => {
  const { client, requests } = await sandboxThat([at("2026-12-01T00:00:00.000Z", 5)]);
  const leaving = new AbortController();
  const advance = advanceClock(client, to, {
    signal: leaving.signal,
    onAdvance: () => leaving.abort(),
  });
  await assert.rejects(advance, { name: "AbortError" });
  assert.equal(requests.length, 1);
});
