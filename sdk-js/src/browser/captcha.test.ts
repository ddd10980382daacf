import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { type Reply, type Seen, tinyApi } from "../../test/tiny-api.ts";
import { type CaptchaRequest } from "./captcha.ts";
import { connectBrowser } from "./connect.ts";

let page: EventTarget;
const asked: CaptchaRequest[] = [];

// Node has no document: each test brings its page.
beforeEach(() => {
  page = new EventTarget();
  asked.length = 0;
  Object.defineProperty(globalThis, "document", { value: page, configurable: true });
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, "document");
});

/** A page that shows captchas, whose tokens come to this. */
const shows = (token: () => string | Promise<string>) =>
  page.addEventListener("tessera-captcha", (event) => {
    assert.ok(event instanceof CustomEvent);
    const request = event.detail as CaptchaRequest;
    asked.push(request);
    request.answer(token());
  });

const work = {
  refuse: 428,
  code: "request.proof_required",
  params: { kind: "proof_of_work", siteKey: "", action: "a", challenge: "w", bits: 4 },
} satisfies Reply;
const captcha = {
  refuse: 428,
  code: "request.proof_required",
  params: { kind: "turnstile", siteKey: "0x4AAA", action: "scheduling_holdSlot", challenge: "c", bits: 6 },
} satisfies Reply;

/** An API that asks for a captcha, takes these proofs, and asks for work when it refuses a token. */
async function hold(takes: RegExp): Promise<{ proofs: string[]; times: number }> {
  const proofOf = ({ headers }: Seen) => String(headers["tessera-proof"] ?? "");
  const { url, requests } = await tinyApi((seen) => {
    if (takes.test(proofOf(seen))) return { data: { id: "h" }, headers: { "Tessera-Visitor": "visitor-1" } };
    return proofOf(seen) === "" ? captcha : work;
  });
  const { client, session } = connectBrowser({ url, key: "pk_test_captcha", remember: "memory" });
  await client.scheduling.holdSlot({ offerId: "o", startsAt: "2026-01-01T00:00:00Z" });
  session.close();
  return { proofs: requests.map(proofOf), times: requests.length };
}

test("a page that shows captchas is told whose, with which key and what for; its token is the proof", async () => {
  shows(async () => "0.token");
  assert.deepEqual(await hold(/^turnstile:0\.token$/), { proofs: ["", "turnstile:0.token"], times: 2 });
  const [{ kind, siteKey, action }] = asked as [CaptchaRequest];
  assert.deepEqual([kind, siteKey, action], ["turnstile", "0x4AAA", "scheduling_holdSlot"]);
});

test("a page that shows none works instead", async () => {
  const { proofs } = await hold(/^c:\d+$/);
  assert.equal(proofs.length, 2);
});

test("a captcha that fails, or gives nothing, is followed by work without asking the API again", async () => {
  shows(() => Promise.reject(new Error("The widget could not be loaded.")));
  assert.equal((await hold(/^c:\d+$/)).times, 2);
  shows(() => "");
  assert.equal((await hold(/^c:\d+$/)).times, 2);
});

test("a token that the API refuses, or cannot have verified, is followed by work; a third refusal is the end", async () => {
  shows(() => "0.spent");
  const { proofs } = await hold(/^w:\d+$/);
  assert.deepEqual(proofs.slice(0, 2), ["", "turnstile:0.spent"]);
  assert.equal(proofs.length, 3);
  await assert.rejects(hold(/^never$/), { code: "request.proof_required" });
});

test("where proof of work is asked for, the page hears nothing", async () => {
  shows(() => "0.token");
  const { url } = await tinyApi(({ headers }) => (headers["tessera-proof"] ? { data: { id: "h" } } : work));
  const { client, session } = connectBrowser({ url, key: "pk_test_working", remember: "memory" });
  await client.scheduling.holdSlot({ offerId: "o", startsAt: "2026-01-01T00:00:00Z" });
  session.close();
  assert.deepEqual(asked, []);
});
