import assert from "node:assert/strict";
import { createHash, createHmac, randomBytes } from "node:crypto";
import { after, before, mock, test } from "node:test";
import { SignJWT } from "jose";
import { bearer, IdentityHouse, type MemberSession, nowMs, type TestTenant } from "./testing.ts";

let house: IdentityHouse;
let site: TestTenant;
let other: TestTenant;

before(async () => {
  house = await IdentityHouse.open();
  site = await house.tenant();
  other = await house.tenant();
});
after(async () => {
  await house.close();
  assert.deepEqual(house.bugs, []);
});

/** What a tenant's server does with its secret key, written from the documentation alone. */
function sign(
  secretKey: string,
  claims: object,
  changes: { header?: object; key?: Uint8Array; iat?: number; exp?: number; aud?: string } = {},
): Promise<string> {
  const seconds = Math.floor(nowMs() / 1000);
  const kid = createHash("sha256").update(secretKey).digest("base64url").slice(0, 16);
  const key = changes.key ?? createHmac("sha256", secretKey).update("tessera member token").digest();
  return new SignJWT({ jti: randomBytes(16).toString("hex"), ...claims })
    .setProtectedHeader({ alg: "HS256", kid, ...changes.header })
    .setAudience(changes.aud ?? "tessera")
    .setIssuedAt(seconds + (changes.iat ?? 0))
    .setExpirationTime(seconds + (changes.exp ?? 300))
    .sign(key);
}

const person = (sub: string, changes: object = {}) => ({
  sub,
  email: `${sub}@tenant.example`,
  email_verified: true,
  name: "Rosa Parks",
  ...changes,
});
const exchange = (token: string, key = site.key) =>
  house.ok<MemberSession>("identity.exchangeToken", { token }, { headers: key });
const refused = async (token: string, key = site.key) => {
  const { status, body } = await house.call("identity.exchangeToken", { token }, { headers: key });
  return `${status} ${body.error?.data.code} ${body.error?.data.params.reason ?? ""}`.trim();
};

test("200 a new person becomes a member with what their server says of them", async () => {
  const token = await sign(
    site.liveKeys.secretKey,
    person("rosa", { roles: ["coach", "moderator"], locale: "zh-CN", time_zone: "Asia/Shanghai" }),
  );
  const { member, accessToken } = await exchange(token);
  assert.deepEqual(
    { ...member, id: 0 },
    {
      id: 0,
      name: "Rosa Parks",
      email: "rosa@tenant.example",
      emailVerified: true,
      roles: ["coach", "moderator"],
      pendingRoles: [],
      currency: null,
    },
  );
  const me = await house.ok<{ locale: string; timeZone: string }>(
    "identity.getMe",
    {},
    { headers: bearer(accessToken) },
  );
  assert.deepEqual([me.locale, me.timeZone], ["zh-CN", "Asia/Shanghai"]);
});

test("200 the same person again is brought up to date", async () => {
  const first = await exchange(await sign(site.liveKeys.secretKey, person("sync")));
  const second = await exchange(
    await sign(
      site.liveKeys.secretKey,
      person("sync", { email: "NEW@tenant.example", name: "Rosa L. Parks", roles: ["teacher"] }),
    ),
  );
  assert.equal(second.member.id, first.member.id);
  assert.deepEqual(
    [second.member.name, second.member.email, second.member.roles, second.member.emailVerified],
    ["Rosa L. Parks", "new@tenant.example", ["teacher"], true],
  );
  const third = await exchange(
    await sign(site.liveKeys.secretKey, { sub: "sync", email: "newer@tenant.example" }),
  );
  assert.deepEqual([third.member.emailVerified, third.member.name], [false, "Rosa L. Parks"]);
});

test("200 one member for ten exchanges of a new person at once", async () => {
  const tokens = await Promise.all(
    Array.from({ length: 10 }, () => sign(site.liveKeys.secretKey, person("burst"))),
  );
  const answers = await Promise.all(
    tokens.map((token) => house.call("identity.exchangeToken", { token }, { headers: site.key })),
  );
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
  assert.equal(new Set(answers.map(({ body }) => (body.result.data as MemberSession).member.id)).size, 1);
});

test("a verified address joins the member who has it, an unverified one does not", async () => {
  const before = await house.signIn(site, "join@tenant.example");
  const unverified = await sign(site.liveKeys.secretKey, person("join", { email_verified: false }));
  assert.equal(await refused(unverified), "409 identity.email_taken");
  const joined = await exchange(await sign(site.liveKeys.secretKey, person("join")));
  assert.equal(joined.member.id, before.member.id);
  const second = await sign(
    site.liveKeys.secretKey,
    person("somebody-else", { email: "join@tenant.example" }),
  );
  assert.equal(await refused(second), "409 identity.email_taken");
});

test("401 a token used twice, even at once", async () => {
  const token = await sign(site.liveKeys.secretKey, person("once"));
  const answers = await Promise.all(
    [1, 2, 3].map(() => house.call("identity.exchangeToken", { token }, { headers: site.key })),
  );
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 401, 401],
  );
  assert.match(await refused(token), /its jti was used before/);
});

test("401 with the reason, for the tenant's developer", async () => {
  const good = site.liveKeys.secretKey;
  const cases: [string, RegExp][] = [
    [await sign(other.liveKeys.secretKey, person("x")), /its kid names no secret key/],
    [await sign(site.sandboxKeys.secretKey, person("x")), /its kid names no secret key/],
    [await sign(good, person("x"), { key: randomBytes(32) }), /its signature does not fit/],
    [
      await sign(good, person("x"), { header: { alg: "HS512" }, key: randomBytes(64) }),
      /its signature does not fit/,
    ],
    [await sign(good, person("x"), { aud: "somebody" }), /claim aud/],
    [await sign(good, person("x"), { iat: -400, exp: -61 }), /it has expired/],
    [await sign(good, person("x"), { iat: 70, exp: 300 }), /iat lies in the future/],
    [await sign(good, person("x"), { exp: 601 }), /exp is more than 600 seconds after iat/],
    [await sign(good, person("x", { jti: undefined })), /claim jti/],
    [await sign(good, person("x", { jti: "short" })), /claim jti/],
    [await sign(good, person("x", { email: "nobody" })), /claim email/],
    [await sign(good, person("x", { roles: ["king"] })), /claim roles/],
    [await sign(good, person("")), /claim sub/],
    ["not.a.jwt", /it is not a JWT/],
    ["nonsense", /it is not a JWT/],
    [`${Buffer.from('{"alg":"none"}').toString("base64url")}.e30.`, /its kid names no secret key/],
  ];
  for (const [token, reason] of cases) {
    const answer = await refused(token);
    assert.match(answer, /^401 identity\.token_refused/);
    assert.match(answer, reason);
  }
});

test("200 with a clock a minute behind or ahead", async () => {
  assert.ok(await exchange(await sign(site.liveKeys.secretKey, person("behind"), { iat: -350, exp: -50 })));
  assert.ok(await exchange(await sign(site.liveKeys.secretKey, person("ahead"), { iat: 50, exp: 600 })));
});

test("401 after the secret key was revoked; during an overlap both keys sign", async (t) => {
  const staff = await house.ok<{ accessToken: string }>("identity.staffSignIn", site.owner);
  const headers = bearer(staff.accessToken);
  const created = await house.ok<{ id: string; token: string }>(
    "tenancy.createKey",
    { kind: "secret", name: "Second" },
    { headers },
  );
  const rolled = await house.ok<{ id: string; token: string }>(
    "tenancy.rollKey",
    { id: created.id, overlapHours: 1 },
    { headers },
  );
  assert.ok(await exchange(await sign(created.token, person("overlap"))));
  assert.ok(await exchange(await sign(rolled.token, person("overlap"))));
  await house.ok("tenancy.revokeKey", { id: rolled.id }, { headers });
  assert.match(await refused(await sign(rolled.token, person("overlap"))), /kid names no secret key/);
  mock.timers.enable({ apis: ["Date"], now: nowMs() + 3_600_001 });
  t.after(() => mock.timers.reset());
  assert.match(await refused(await sign(created.token, person("overlap"))), /kid names no secret key/);
});

test("403 a person who was switched off stays out", async () => {
  const { member } = await exchange(await sign(site.liveKeys.secretKey, person("bad")));
  await house.ok(
    "identity.deactivateMember",
    { id: member.id },
    { headers: bearer(site.liveKeys.secretKey) },
  );
  assert.equal(
    await refused(await sign(site.liveKeys.secretKey, person("bad"))),
    "403 identity.member_inactive",
  );
});
