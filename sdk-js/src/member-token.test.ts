import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import { signMemberToken } from "./member-token.ts";

const claims = { subject: "user-7", email: "li@example.com", name: "李雷" };

const decoded = (part: string): Record<string, unknown> =>
  JSON.parse(
    new TextDecoder().decode(
      Uint8Array.from(atob(part.replaceAll("-", "+").replaceAll("_", "/")), (at) => at.charCodeAt(0)),
    ),
  );

test("a token is a JWT of the member, signed with the secret, for five minutes and one use", async () => {
  const now = Date.UTC(2026, 10, 21);
  const token = await signMemberToken({ ...claims, roles: ["client"] }, { secret: "s3cret", now });
  const [head = "", body = "", signature] = token.split(".");
  assert.equal(signature, createHmac("sha256", "s3cret").update(`${head}.${body}`).digest("base64url"));
  assert.deepEqual(decoded(head), { alg: "HS256", typ: "JWT" });
  const { jti, ...rest } = decoded(body);
  assert.deepEqual(rest, {
    sub: "user-7",
    email: "li@example.com",
    name: "李雷",
    roles: ["client"],
    aud: "tessera",
    iat: now / 1000,
    exp: now / 1000 + 300,
  });
  assert.notEqual(token, await signMemberToken({ ...claims, roles: ["client"] }, { secret: "s3cret", now }));
  assert.equal(String(jti).length, 22);
});

test("more than ten minutes is refused", async () => {
  await assert.rejects(signMemberToken(claims, { secret: "s3cret", lifetimeSeconds: 601 }), /600 seconds/);
});
