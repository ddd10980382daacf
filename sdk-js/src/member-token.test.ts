import assert from "node:assert/strict";
import { createHash, createHmac } from "node:crypto";
import { test } from "node:test";
import { signMemberToken } from "./member-token.ts";

const claims = { subject: "user-7", email: "li@example.com", name: "李雷" };
const secretKey = "sk_test_secret";

const decoded = (part: string): Record<string, unknown> => {
  const text = atob(part.replaceAll("-", "+").replaceAll("_", "/"));
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(text, (character) => character.charCodeAt(0))));
};

test("a token is a JWT of the member, signed with what follows from the secret key, for five minutes and one use", async () => {
  const now = Date.UTC(2026, 10, 21);
  const person = { ...claims, emailVerified: true, roles: ["client"], timeZone: "Asia/Shanghai" };
  const token = await signMemberToken(person, { secretKey, now });
  const [head = "", body = "", signature] = token.split(".");
  const key = createHmac("sha256", secretKey).update("tessera member token").digest();
  assert.equal(signature, createHmac("sha256", key).update(`${head}.${body}`).digest("base64url"));
  const kid = createHash("sha256").update(secretKey).digest("base64url").slice(0, 16);
  assert.deepEqual(decoded(head), { alg: "HS256", typ: "JWT", kid });
  const { jti, ...rest } = decoded(body);
  assert.deepEqual(rest, {
    sub: "user-7",
    email: "li@example.com",
    email_verified: true,
    name: "李雷",
    roles: ["client"],
    time_zone: "Asia/Shanghai",
    aud: "tessera",
    iat: now / 1000,
    exp: now / 1000 + 300,
  });
  assert.notEqual(token, await signMemberToken(person, { secretKey, now }));
  assert.equal(String(jti).length, 22);
});

test("more than ten minutes is refused", async () => {
  await assert.rejects(signMemberToken(claims, { secretKey, lifetimeSeconds: 601 }), /600 seconds/);
});

test("a publishable key signs nothing", async () => {
  await assert.rejects(signMemberToken(claims, { secretKey: "pk_test_x" }), /secret key/);
});
