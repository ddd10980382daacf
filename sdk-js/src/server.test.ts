import assert from "node:assert/strict";
import { test } from "node:test";
import { type Reply, tinyApi } from "../test/tiny-api.ts";
import { ApiError } from "./api-error.ts";
import { connectServer } from "./server.ts";

const secretKey = "sk_test_secret";
const booking = { data: { id: "b1" } } satisfies Reply;

test("200 one POST to one address with path, input and the secret key", async () => {
  const { url, requests } = await tinyApi(() => booking);
  const answer = await connectServer({ url, secretKey }).scheduling.getBooking({ id: "b1" });
  assert.equal(answer.id, "b1");
  const [seen] = requests;
  assert.equal(`${seen?.method} ${seen?.url}`, "POST /api/v1/rpc");
  assert.equal(seen?.path, "scheduling.getBooking");
  assert.deepEqual(seen?.input, { id: "b1" });
  assert.equal(seen?.headers.authorization, "Bearer sk_test_secret");
});

test("200 in the name of a member", async () => {
  const { url, requests } = await tinyApi(() => booking);
  await connectServer({ url, secretKey, actingFor: "member-1" }).scheduling.getBooking({ id: "b1" });
  await connectServer({ url: `${url}/`, secretKey }).scheduling.getBooking({ id: "b1" });
  assert.deepEqual(
    requests.map(({ headers }) => headers["tessera-acting-for"]),
    ["member-1", undefined],
  );
});

test("503 twice, then the answer, all under one Idempotency-Key", async () => {
  const { url, requests } = await tinyApi((_, nth) =>
    nth < 3
      ? { refuse: 503, code: "request.unavailable", headers: { "Retry-After": "0" } }
      : { data: { url: "https://pay.test" } },
  );
  const { url: payUrl } = await connectServer({ url, secretKey }).orders.payOrder({
    id: "o1",
    returnUrl: "https://site.test",
  });
  assert.equal(payUrl, "https://pay.test");
  const keys = requests.map(({ headers }) => headers["idempotency-key"]);
  assert.equal(keys.length, 3);
  assert.equal(new Set(keys).size, 1);
  assert.match(String(keys[0]), /^[0-9a-f]{32}$/);
});

test("a lost answer is asked for again under the same key", async () => {
  const { url, requests } = await tinyApi((_, nth) => (nth === 1 ? "cut" : booking));
  await connectServer({ url, secretKey }).scheduling.getBooking(
    { id: "b1" },
    { idempotencyKey: "my-own-key" },
  );
  assert.deepEqual(
    requests.map(({ headers }) => headers["idempotency-key"]),
    ["my-own-key", "my-own-key"],
  );
});

test("409 in progress is waited out", async () => {
  const { url, requests } = await tinyApi((_, nth) =>
    nth === 1 ? { refuse: 409, code: "request.in_progress", headers: { "Retry-After": "0" } } : booking,
  );
  await connectServer({ url, secretKey }).scheduling.getBooking({ id: "b1" });
  assert.equal(requests.length, 2);
});

test("429 with a long wait is told at once", async () => {
  const { url, requests } = await tinyApi(() => ({
    refuse: 429,
    code: "request.rate_limited",
    params: { seconds: 50 },
    headers: { "Retry-After": "50" },
  }));
  const failure = await failureOf(connectServer({ url, secretKey }).scheduling.getBooking({ id: "b1" }));
  assert.ok(failure.is("request.rate_limited"));
  assert.equal(failure.params.seconds, 50);
  assert.equal(failure.retryAfter, 50);
  assert.equal(requests.length, 1);
});

test("409 is refused once, with code, status and request id", async () => {
  const { url, requests } = await tinyApi(() => ({ refuse: 409, code: "scheduling.slot_taken" }));
  const failure = await failureOf(
    connectServer({ url, secretKey }).scheduling.holdSlot({ offerId: "o", startsAt: "2026-01-01T00:00:00Z" }),
  );
  assert.deepEqual(
    { code: failure.code, status: failure.status, requestId: failure.requestId, message: failure.message },
    {
      code: "scheduling.slot_taken",
      status: 409,
      requestId: "request-1",
      message: "Refused with scheduling.slot_taken.",
    },
  );
  assert.equal(requests.length, 1);
});

test("502 from a proxy that speaks HTML", async () => {
  const { url } = await tinyApi((_, nth) =>
    nth < 2 ? { status: 502, text: "<h1>Bad gateway</h1>" } : booking,
  );
  assert.equal((await connectServer({ url, secretKey }).scheduling.getBooking({ id: "b1" })).id, "b1");
});

test("nobody listening is network.unreachable with status 0", async () => {
  const failure = await failureOf(
    connectServer({ url: "http://127.0.0.1:9", secretKey }).scheduling.getBooking({ id: "b1" }),
  );
  assert.equal(failure.code, "network.unreachable");
  assert.equal(failure.status, 0);
});

test("no answer in time is network.timeout", async () => {
  const { url } = await tinyApi(
    (_, nth) => new Promise((resolve) => setTimeout(resolve, nth === 1 ? 2_000 : 0, booking)),
  );
  const answer = connectServer({ url, secretKey, timeoutMs: 100 }).scheduling.getBooking({ id: "b1" });
  assert.equal((await answer).id, "b1");
});

test("an aborted call rejects with the signal's reason, also while it waits for a repeat", async () => {
  const { url, requests } = await tinyApi(() => ({
    refuse: 503,
    code: "request.unavailable",
    headers: { "Retry-After": "5" },
  }));
  const leaving = new AbortController();
  const answer = connectServer({ url, secretKey }).scheduling.getBooking(
    { id: "b1" },
    { signal: leaving.signal },
  );
  setTimeout(() => leaving.abort(), 150);
  await assert.rejects(answer, { name: "AbortError" });
  assert.equal(requests.length, 1);
});

test("for await walks the items of all pages", async () => {
  const { url, requests } = await tinyApi(({ input }) =>
    input["cursor"] === "two"
      ? { data: { items: [{ id: "c" }], nextCursor: null } }
      : { data: { items: [{ id: "a" }, { id: "b" }], nextCursor: "two" } },
  );
  const ids: string[] = [];
  for await (const { id } of connectServer({ url, secretKey }).scheduling.listOffers({ hostIds: ["h"] }))
    ids.push(id);
  assert.deepEqual(ids, ["a", "b", "c"]);
  assert.deepEqual(
    requests.map(({ input }) => input),
    [{ hostIds: ["h"] }, { hostIds: ["h"], cursor: "two" }],
  );
});

test("a publishable key is no secret key", () => {
  assert.throws(() => connectServer({ url: "https://api.test", secretKey: "pk_test_x" }), /secret key/);
});

async function failureOf(call: Promise<unknown>): Promise<ApiError> {
  const failure: unknown = await call.then(
    () => assert.fail("The call was not refused."),
    (thrown: unknown) => thrown,
  );
  assert.ok(failure instanceof ApiError);
  return failure;
}
