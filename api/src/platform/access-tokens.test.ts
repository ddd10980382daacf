import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { beforeEach, mock, test } from "node:test";
import { SignJWT, UnsecuredJWT } from "jose";
import { type AccessClaims, readAccessToken, signAccessToken } from "./access-tokens.ts";
import { newId, shortId } from "./ids.ts";
import { KeyRing, keyRing, useKeyRing } from "./secrets.ts";

const now = new Date();
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const atSecond = (at: Date) => new Date(Math.floor(at.getTime() / 1000) * 1000);

const tenantId = newId(now);
const claims: AccessClaims = {
  audience: "member",
  tenantId,
  subjectId: newId(now),
  sessionId: newId(now),
  version: 3,
  visitorId: null,
  origin: "https://site.example",
  expiresAt: atSecond(inSeconds(3600)),
};

beforeEach(() => useKeyRing(KeyRing.parse(`k1:${randomBytes(32).toString("base64")}`)));

/** A token like ours with some things wrong. */
function forge(changes: {
  header?: object;
  payload?: object;
  key?: Uint8Array;
  iat?: number;
  exp?: number;
  audience?: string;
  issuer?: string;
}) {
  const seconds = Math.floor(now.getTime() / 1000);
  return new SignJWT({
    tid: shortId(tenantId),
    sid: shortId(claims.sessionId),
    ver: 3,
    sub: shortId(claims.subjectId),
    ...changes.payload,
  })
    .setProtectedHeader({ alg: "HS256", typ: "at+jwt", kid: "k1", ...changes.header })
    .setIssuer(changes.issuer ?? "tessera")
    .setAudience(changes.audience ?? "member")
    .setIssuedAt(seconds + (changes.iat ?? 0))
    .setExpirationTime(seconds + (changes.exp ?? 3600))
    .sign(changes.key ?? keyRing().keyFor("access tokens")!);
}

test("a token says what it was signed with, and lasts as long as it says", async () => {
  const token = await signAccessToken(claims);
  assert.deepEqual(await readAccessToken(token), claims);
  assert.deepEqual(await readAccessToken(token), claims, "remembered");
  const payload = JSON.parse(Buffer.from(token.split(".")[1]!, "base64url").toString()) as {
    iat: number;
    exp: number;
  };
  assert.equal(payload.exp - payload.iat, 3600);
});

test("the forger of these tests can make a good token", async () => {
  assert.equal((await readAccessToken(await forge({})))?.subjectId, claims.subjectId);
  assert.ok(await readAccessToken(await forge({ iat: 50 })), "a clock 50 s ahead");
});

const hostile: Record<string, () => Promise<string> | string> = {
  "alg none": () =>
    new UnsecuredJWT({ sid: "a", ver: 1 })
      .setAudience("member")
      .setSubject("a")
      .setExpirationTime("1h")
      .encode(),
  "another algorithm": () => forge({ header: { alg: "HS512" }, key: randomBytes(64) }),
  "another key": () => forge({ key: randomBytes(32) }),
  "an unknown key id": () => forge({ header: { kid: "k9" } }),
  "no key id": () => forge({ header: { kid: undefined } }),
  "a key in its own header": () =>
    forge({
      header: { jwk: { kty: "oct", k: "AAAA" }, jku: "https://evil.example/keys" },
      key: randomBytes(32),
    }),
  "another type": () => forge({ header: { typ: "JWT" } }),
  "another audience": () => forge({ audience: "everybody" }),
  "another issuer": () => forge({ issuer: "somebody" }),
  "an end 61 s ago": () => forge({ exp: -61 }),
  "issued in 10 minutes": () => forge({ iat: 600 }),
  "no session": () => forge({ payload: { sid: undefined } }),
  "a version that is a text": () => forge({ payload: { ver: "3" } }),
  "a start in the future": () => forge({ payload: { nbf: Math.floor(now.getTime() / 1000) + 61 } }),
  "no token at all": () => "",
  "three dots": () => "...",
};

for (const [name, make] of Object.entries(hostile)) {
  test(`null: ${name}`, async () => assert.equal(await readAccessToken(await make()), null));
}

test("null: any character of the signature changed", async () => {
  const token = await signAccessToken(claims);
  assert.equal(
    await readAccessToken(token.slice(0, -5) + (token.at(-5) === "A" ? "B" : "A") + token.slice(-4)),
    null,
  );
});

test("a remembered token still ends", async (t) => {
  const token = await signAccessToken(claims);
  assert.ok(await readAccessToken(token));
  mock.timers.enable({ apis: ["Date"], now: inSeconds(3601) });
  t.after(() => mock.timers.reset());
  assert.equal(await readAccessToken(token), null);
});
