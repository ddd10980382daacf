import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { beforeEach, test } from "node:test";
import { newId } from "./ids.ts";
import {
  fingerprint,
  isSameSecret,
  KeyRing,
  open,
  randomDigits,
  seal,
  signerFor,
  signToken,
  useKeyRing,
  verifyToken,
} from "./secrets.ts";

const now = new Date("2026-11-21T10:00:00Z");
const later = new Date("2026-11-21T10:10:00Z");
const tenantId = newId(now);
const otherTenant = newId(now);
const oldKey = `k1:${randomBytes(32).toString("base64")}`;
const newKey = `k2:${randomBytes(32).toString("base64")}`;

beforeEach(() => useKeyRing(KeyRing.parse(oldKey)));

const rotate = () => useKeyRing(KeyRing.parse(`${newKey},${oldKey}`));
const dropOldKey = () => useKeyRing(KeyRing.parse(newKey));

test("a ring is refused when a key is short, unnamed or missing", () => {
  for (const text of [
    "",
    "k1",
    "k1:",
    ":abcd",
    `k1:${randomBytes(31).toString("base64")}`,
    `a b:${randomBytes(32).toString("base64")}`,
  ]) {
    assert.throws(() => KeyRing.parse(text), text);
  }
});

test("a sealed text opens for its own tenant, purpose and row alone", () => {
  const binding = { tenantId, purpose: "test.note", subject: "row 1" };
  const sealed = seal("héllo 你好", binding);
  assert.equal(open(sealed, binding), "héllo 你好");
  assert.ok(!sealed.includes("llo"));
  assert.notEqual(seal("héllo 你好", binding), sealed);
  assert.throws(() => open(sealed, { ...binding, tenantId: otherTenant }));
  assert.throws(() => open(sealed, { ...binding, purpose: "test.other" }));
  assert.throws(() => open(sealed, { ...binding, subject: "row 2" }));
});

test("a text under the tenant's own key opens for nobody else, and after a rotation", () => {
  const binding = { tenantId, purpose: "test.note", hasOwnKey: true } as const;
  const sealed = seal("text", binding);
  assert.equal(open(sealed, binding), "text");
  assert.throws(() => open(sealed, { tenantId, purpose: "test.note" }));
  assert.throws(() => open(sealed, { ...binding, tenantId: otherTenant }));
  rotate();
  assert.equal(open(sealed, binding), "text");
  assert.ok(seal("text", binding).startsWith("k2."));
});

test("a sealed text that was altered does not open", () => {
  const binding = { tenantId, purpose: "test.note" };
  const [id, encoded = ""] = seal("text", binding).split(".");
  for (let at = 0; at < Buffer.from(encoded, "base64url").length; at++) {
    const bytes = Buffer.from(encoded, "base64url");
    bytes[at]! ^= 1;
    assert.throws(() => open(`${id}.${bytes.toString("base64url")}`, binding));
  }
  assert.throws(() =>
    open(`${id}.${Buffer.from(encoded, "base64url").subarray(0, -1).toString("base64url")}`, binding),
  );
});

test("rotation keeps what older keys sealed and signed, until the old key leaves the ring", () => {
  const binding = { tenantId, purpose: "test.note" };
  const sealed = seal("text", binding);
  const token = signToken("test", { tenantId, subject: "a", expiresAt: later });
  const signature = signerFor("test").sign("payload");
  rotate();
  assert.equal(open(sealed, binding), "text");
  assert.equal(verifyToken("test", token, now)?.subject, "a");
  assert.ok(signerFor("test").isSigned("payload", signature));
  assert.ok(seal("text", binding).startsWith("k2."));
  dropOldKey();
  assert.throws(() => open(sealed, binding), /k1/);
  assert.equal(verifyToken("test", token, now), null);
  assert.ok(!signerFor("test").isSigned("payload", signature));
});

test("a short token carries its tenant, subject and expiry, and fits into a link", () => {
  const subject = newId(now);
  const token = signToken("visitor", { tenantId, subject, expiresAt: later });
  assert.deepEqual(verifyToken("visitor", token, now), { tenantId, subject, expiresAt: later });
  assert.ok(token.length < 80, String(token.length));
  const worded = signToken("manage", { tenantId, subject: "cancel:1", expiresAt: later });
  assert.equal(verifyToken("manage", worded, now)?.subject, "cancel:1");
});

test("a short token is refused for another purpose, after its end, and with any character changed", () => {
  const token = signToken("visitor", { tenantId, subject: newId(now), expiresAt: later });
  assert.equal(verifyToken("manage", token, now), null);
  assert.equal(verifyToken("visitor", token, later), null);
  for (let at = 0; at < token.length; at++) {
    const changed = token[at] === "A" ? "B" : "A";
    assert.equal(
      verifyToken("visitor", token.slice(0, at) + changed + token.slice(at + 1), now),
      null,
      `character ${at}`,
    );
  }
  for (const text of [
    "",
    ".",
    "k1.",
    "k1",
    token.slice(0, -1),
    `${token}A`,
    `${token}.x`,
    `k9${token.slice(2)}`,
  ]) {
    assert.equal(verifyToken("visitor", text, now), null, text);
  }
});

test("fingerprints differ by purpose; comparing tells same from different", () => {
  assert.equal(fingerprint("a", "123456"), fingerprint("a", "123456"));
  assert.notEqual(fingerprint("a", "123456"), fingerprint("b", "123456"));
  assert.ok(isSameSecret("abc", "abc"));
  assert.ok(!isSameSecret("abc", "abcd"));
});

test("random digits keep their leading zeros", () => {
  const codes = Array.from({ length: 2000 }, () => randomDigits(6));
  assert.ok(codes.every((code) => /^\d{6}$/.test(code)));
  assert.ok(codes.some((code) => code.startsWith("0")));
  assert.ok(new Set(codes).size > 1900);
});
