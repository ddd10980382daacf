import assert from "node:assert/strict";
import { createHmac, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { coachingSite } from "../coaching/site.ts";
import { siteListener } from "../server.ts";
import { siteBackend } from "./backend.ts";
import { type LoggedEvent } from "./event-log.ts";

const key = randomBytes(24);
const member = { id: "7", name: "Hanna <b>L</b>", email: "hanna@mail.example", password: "tea-and-biscuits" };
let folder: string;
let url: string;
let handler: ReturnType<typeof siteListener>;
const server = createServer((request, answer) => handler(request, answer));

/** Starts the site's server anew, with what an earlier one left in its folder. */
function restart(): void {
  const setup = { apiUrl: "http://127.0.0.1:4000", publishableKey: "pk_test_key", hosts: {} };
  const backend = siteBackend("Northlight", {
    ...setup,
    secretKey: "sk_test_secret",
    webhookSecret: `whsec_${key.toString("base64")}`,
    eventFile: join(folder, "events.json"),
    members: [member],
  });
  handler = siteListener(coachingSite, setup, backend);
}

before(async () => {
  await new Promise<void>((ready) => void server.listen(0, "127.0.0.1", ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => server.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "site-"));
  restart();
});
afterEach(() => rmSync(folder, { recursive: true }));

const event = JSON.stringify({
  type: "booking.confirmed",
  timestamp: "2026-11-21T12:00:00Z",
  data: { id: "b1", title: "纪录 <script>" },
});

/** Sends a webhook as Tessera does, unless told otherwise. */
function deliver({
  id = "evt_1",
  body = event,
  at = Math.floor(Date.now() / 1000),
  signedWith = key,
  signed = "",
} = {}) {
  const signature = createHmac("sha256", signedWith)
    .update(`${id}.${at}.${signed || body}`)
    .digest("base64");
  return fetch(`${url}/webhooks`, {
    method: "POST",
    headers: { "webhook-id": id, "webhook-timestamp": String(at), "webhook-signature": `v1,${signature}` },
    body,
  });
}

const logged = async (): Promise<LoggedEvent[]> => (await fetch(`${url}/webhooks.json`)).json();
const page = async () => (await fetch(`${url}/webhooks`)).text();

test("204 a signed webhook, applied once however often it comes, also after a restart", async () => {
  assert.match(await page(), /Nothing yet/);
  for (let turn = 0; turn < 2; turn++) assert.equal((await deliver()).status, 204);
  restart();
  assert.equal((await deliver()).status, 204);
  const [only, ...others] = await logged();
  assert.deepEqual(others, []);
  const { type, timestamp, data } = JSON.parse(event);
  assert.deepEqual(
    { ...only, receivedAt: "" },
    {
      id: "evt_1",
      type,
      timestamp,
      data,
      verified: true,
      refusedBecause: null,
      receivedAt: "",
      deliveries: 3,
    },
  );
  const html = await page();
  assert.match(html, /booking\.confirmed[\s\S]*verified[\s\S]*came 3 times/);
  assert.doesNotMatch(html, /<script>/);
});

for (const [name, how] of [
  ["a wrong signature", { signedWith: randomBytes(24) }],
  ["a changed body", { signed: event.replace("b1", "b2") }],
  ["an old one", { at: Math.floor(Date.now() / 1000) - 301 }],
] as const) {
  test(`400 ${name}: nothing is applied, and the real one still is`, async () => {
    const refused = await deliver(how);
    assert.equal(refused.status, 400);
    assert.match(await refused.text(), /signature|timestamp/);
    const [entry] = await logged();
    assert.deepEqual([entry?.verified, entry?.type, entry?.data], [false, null, null]);
    assert.equal((await deliver()).status, 204);
    assert.deepEqual(
      (await logged()).map(({ verified }) => verified),
      [true, false],
    );
  });
}

test("400 without headers; 413 a body without end; 405 another way", async () => {
  assert.equal((await fetch(`${url}/webhooks`, { method: "POST", body: event })).status, 400);
  const large = await deliver({ body: "x".repeat(1024 * 1024 + 1) }).catch(() => null);
  assert.ok(large === null || large.status === 413);
  assert.equal((await fetch(`${url}/webhooks`, { method: "PUT", body: event })).status, 405);
});

test("thirty forged ones push nothing out", async () => {
  await deliver();
  for (let turn = 0; turn < 30; turn++) await deliver({ id: `forged_${turn}`, signedWith: randomBytes(24) });
  const events = await logged();
  assert.equal(events.filter(({ verified }) => verified).length, 1);
  assert.equal(events.length, 21);
});

const signIn = (password: string, email = member.email) =>
  fetch(`${url}/members`, {
    method: "POST",
    body: new URLSearchParams({ email, password }),
    redirect: "manual",
  });

test("303 the site's own password, and the page holds a signed token of that member", async () => {
  const signedIn = await signIn(member.password, " Hanna@mail.example ");
  assert.equal(signedIn.status, 303);
  const cookie = signedIn.headers.get("set-cookie") ?? "";
  assert.match(cookie, /HttpOnly; SameSite=Lax/);
  const headers = { Cookie: cookie.split(";")[0] ?? "" };
  const html = await (await fetch(`${url}/members`, { headers })).text();
  const [, token = ""] = /data-member-token="([\w.-]+)"/.exec(html) ?? [];
  const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
  assert.equal(claims.sub, "7");
  assert.equal(claims.email_verified, true);
  assert.match(html, /Hanna &#60;b&#62;L/);
  assert.doesNotMatch(html, /sk_test/);

  const left = await fetch(`${url}/members/sign-out`, { method: "POST", headers, redirect: "manual" });
  assert.match(left.headers.get("set-cookie") ?? "", /Max-Age=0/);
  assert.doesNotMatch(await (await fetch(`${url}/members`, { headers })).text(), /data-member-token/);
});

test("401 a wrong password, an unknown person, nothing at all: the same sentence", async () => {
  for (const [password, email] of [
    ["wrong", member.email],
    [member.password, "somebody@mail.example"],
    ["", ""],
  ] as const) {
    const refused = await signIn(password, email);
    assert.equal(refused.status, 401);
    assert.match(await refused.text(), /do not fit/);
    assert.equal(refused.headers.get("set-cookie"), null);
  }
});
