import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { beforeEach, mock, test } from "node:test";
import { type AccessClaims, readAccessToken, signAccessToken } from "./access-tokens.ts";
import { newId } from "./ids.ts";
import { KeyRing, signBytes, signToken, useKeyRing } from "./secrets.ts";

const now = new Date();
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const atSecond = (at: Date) => new Date(Math.floor(at.getTime() / 1000) * 1000);

const claims: AccessClaims = {
  audience: "member",
  tenantId: newId(now),
  subjectId: newId(now),
  sessionId: newId(now),
  version: 3,
  visitorId: newId(now),
  origin: "https://site.example",
  expiresAt: atSecond(inSeconds(3600)),
};

const oldKey = `k1:${randomBytes(32).toString("base64")}`;
beforeEach(() => useKeyRing(KeyRing.parse(oldKey)));

test("a token says what it was signed with", () => {
  for (const audience of ["member", "staff", "operator"] as const)
    for (const changes of [{}, { tenantId: null }, { visitorId: null }, { origin: null }, { version: 0 }]) {
      const said = { ...claims, audience, ...changes };
      assert.deepEqual(readAccessToken(signAccessToken(said)), said);
    }
});

test("it is short enough to travel with every sign-in", () => {
  assert.ok(signAccessToken(claims).length <= 160);
});

test("a token of an older key is read while the key is in the ring", () => {
  const token = signAccessToken(claims);
  const newKey = `k2:${randomBytes(32).toString("base64")}`;
  useKeyRing(KeyRing.parse(`${newKey},${oldKey}`));
  assert.deepEqual(readAccessToken(token), claims);
  useKeyRing(KeyRing.parse(newKey));
  assert.equal(readAccessToken(token), null);
});

const bytesOf = (token: string) => Buffer.from(token.split(".")[1] ?? "", "base64url");
const written = (bytes: Buffer, keyId = "k1") => `${keyId}.${bytes.toString("base64url")}`;

const hostile: Record<string, () => string> = {
  "no token at all": () => "",
  "a dot": () => ".",
  "a key and no more": () => "k1.",
  "another key": () => {
    const token = signAccessToken(claims);
    useKeyRing(KeyRing.parse(`k1:${randomBytes(32).toString("base64")}`));
    return token;
  },
  "a key id that is not in the ring": () => written(bytesOf(signAccessToken(claims)), "k9"),
  "no key id": () => signAccessToken(claims).slice(2),
  "another purpose": () =>
    signToken("visitor", {
      tenantId: claims.subjectId,
      subject: claims.sessionId,
      expiresAt: claims.expiresAt,
    }),
  "another audience": () => {
    const payload = bytesOf(signAccessToken(claims)).subarray(0, -16);
    payload[5] = 3;
    return signBytes("access tokens", payload);
  },
  "an end a second ago": () => signAccessToken({ ...claims, expiresAt: inSeconds(-1) }),
  "a shorter code": () => written(bytesOf(signAccessToken(claims)).subarray(0, -1)),
  "another spelling of the same bytes": () => `${signAccessToken(claims)}=`,
  "a JWT": () => "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.",
};

for (const [name, make] of Object.entries(hostile)) {
  test(`null: ${name}`, () => assert.equal(readAccessToken(make()), null));
}

test("null: any bit of it changed", () => {
  const bytes = bytesOf(signAccessToken(claims));
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at]! ^= 1;
    assert.equal(readAccessToken(written(changed)), null, `byte ${at}`);
  }
});

test("a token ends", (t) => {
  const token = signAccessToken(claims);
  assert.ok(readAccessToken(token));
  mock.timers.enable({ apis: ["Date"], now: inSeconds(3601) });
  t.after(() => mock.timers.reset());
  assert.equal(readAccessToken(token), null);
});
