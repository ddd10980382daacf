import assert from "node:assert/strict";
import { createHmac, randomBytes } from "node:crypto";
import { test } from "node:test";
import { constructEvent, WebhookError } from "./webhooks.ts";

const bytes = randomBytes(24);
const secret = `whsec_${bytes.toString("base64")}`;
const now = Date.UTC(2026, 10, 21, 12);
const body = JSON.stringify({
  type: "booking.confirmed",
  timestamp: "2026-11-21T12:00:00Z",
  data: { id: "b1", orderId: null, title: "纪录 é" },
});

const sign = (id: string, seconds: number, text = body, key = bytes) =>
  `v1,${createHmac("sha256", key).update(`${id}.${seconds}.${text}`).digest("base64")}`;

const headersAt = (seconds: number, signature = sign("msg_1", seconds)) => ({
  "Webhook-Id": "msg_1",
  "webhook-timestamp": String(seconds),
  "webhook-signature": signature,
});

test("a signed body becomes a typed event, from text, bytes and Headers", async () => {
  const headers = headersAt(now / 1000);
  for (const raw of [body, new TextEncoder().encode(body)]) {
    const event = await constructEvent(raw, headers, secret, { now });
    assert.equal(event.type === "booking.confirmed" && event.data.id, "b1");
  }
  assert.equal((await constructEvent(body, new Headers(headers), secret, { now })).type, "booking.confirmed");
});

test("one of several signatures is enough, and one of several secrets", async () => {
  const seconds = now / 1000;
  const other = randomBytes(32);
  const both = `v1,AAAA v1a,BBBB ${sign("msg_1", seconds, body, other)} ${sign("msg_1", seconds)}`;
  await constructEvent(body, headersAt(seconds, both), secret, { now });
  await constructEvent(body, headersAt(seconds), [`whsec_${other.toString("base64")}`, secret], { now });
});

test("the example of the Standard Webhooks specification verifies", async () => {
  const event = await constructEvent(
    '{"test": 2432232314}',
    {
      "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
      "webhook-timestamp": "1614265330",
      "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    },
    "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    { now: 1_614_265_330_000 },
  );
  assert.deepEqual(event, { test: 2_432_232_314 });
});

for (const [name, offset, passes] of [
  ["five minutes old", -300, true],
  ["five minutes ahead", 300, true],
  ["older than five minutes", -301, false],
  ["more than five minutes ahead", 301, false],
] as const) {
  test(`${name} is ${passes ? "believed" : "refused"}`, async () => {
    const event = constructEvent(body, headersAt(now / 1000 + offset), secret, { now });
    await (passes ? event : assert.rejects(event, WebhookError));
  });
}

for (const [name, raw, headers] of [
  ["a changed body", body.replace("b1", "b2"), headersAt(now / 1000)],
  ["a changed id", body, { ...headersAt(now / 1000), "Webhook-Id": "msg_2" }],
  [
    "a signature of another version",
    body,
    headersAt(now / 1000, sign("msg_1", now / 1000).replace("v1,", "v2,")),
  ],
  ["no signature", body, { "webhook-id": "msg_1", "webhook-timestamp": String(now / 1000) }],
  ["a signature that is no base64", body, headersAt(now / 1000, "v1,%%%")],
  ["a timestamp with a fraction", body, headersAt(now / 1000 + 0.5)],
] as const) {
  test(`${name} is refused`, async () => {
    await assert.rejects(constructEvent(raw, headers, secret, { now }), WebhookError);
  });
}

test("a parsed body is refused with advice", async () => {
  const parsed = JSON.parse(body) as string;
  await assert.rejects(constructEvent(parsed, headersAt(now / 1000), secret, { now }), /raw request body/);
});
