import assert from "node:assert/strict";
import { after, before, mock, test } from "node:test";
import { bearer, IdentityHouse, type MemberSession, nowMs, type TestTenant } from "./testing.ts";
import { type Module } from "../../platform/module.ts";
import { tenancyModule } from "../tenancy/module.ts";

let house: IdentityHouse;
let site: TestTenant;
let other: TestTenant;
const claims: object[] = [];

// Stands for a higher module that keeps rows of visitors.
const claiming: Module = {
  ...tenancyModule,
  name: "claiming",
  settings: null,
  permissions: {},
  claim: async (scope, claim) => {
    claims.push({ tenantId: scope.tenant.id, ...claim });
  },
};

before(async () => {
  house = await IdentityHouse.open([claiming]);
  site = await house.tenant();
  other = await house.tenant();
});
after(async () => {
  await house.close();
  assert.deepEqual(house.bugs, []);
});

const request = (email: string, from?: string) =>
  house.ok<{ expiresAt: string }>(
    "identity.requestCode",
    { email },
    { headers: site.key, ...(from && { from }) },
  );
const signIn = (input: object, options: object = {}) =>
  house.ok<MemberSession>("identity.signInWithCode", input, { headers: site.key, ...options });
const refused = (input: object, options: object = {}) =>
  house.refused("identity.signInWithCode", input, { headers: site.key, ...options });
const wrong = (code: string) => (code === "000000" ? "000001" : "000000");

test("200 somebody new gives name, e-mail and the code from the mail, and is a member", async () => {
  await request("Ada@Person.example ");
  const code = await house.codeFor(site.live, "ada@person.example");
  const session = await signIn({ email: "ada@person.example", code, name: "Ada Lovelace", role: "coach" });
  assert.deepEqual(
    { ...session.member, id: "" },
    {
      id: "",
      name: "Ada Lovelace",
      email: "ada@person.example",
      emailVerified: true,
      roles: [],
      pendingRoles: ["coach"],
      currency: null,
    },
  );
  const me = await house.ok<{ id: string; hasPassword: boolean; locale: string }>(
    "identity.getMe",
    {},
    { headers: bearer(session.accessToken) },
  );
  assert.equal(me.id, session.member.id);
  assert.deepEqual([me.hasPassword, me.locale], [false, "en"]);
});

test("200 the second visit needs the code alone, and finds the same person", async () => {
  const first = await house.signIn(site, "second@person.example");
  assert.equal(first.member.name, "second");
  const second = await house.signIn(site, "second@person.example");
  assert.equal(second.member.id, first.member.id);
});

test("200 signing in hands the visitor's rows over", async () => {
  await request("claim@person.example");
  const code = await house.codeFor(site.live, "claim@person.example");
  const { headers } = await house.call(
    "identity.requestCode",
    { email: "x@person.example" },
    { headers: site.key, from: "203.0.113.77" },
  );
  const visitor = headers["tessera-visitor"] as string;
  claims.length = 0;
  const session = await signIn(
    { email: "claim@person.example", code },
    { headers: { ...site.key, "Tessera-Visitor": visitor } },
  );
  assert.equal(claims.length, 1);
  assert.equal((claims[0] as { memberId: string }).memberId, session.member.id);
  assert.equal((claims[0] as { tenantId: string }).tenantId, site.live.id);
});

test("401 a code works once", async () => {
  await request("once@person.example");
  const code = await house.codeFor(site.live, "once@person.example");
  const answers = await Promise.all(
    Array.from({ length: 5 }, () =>
      house.call("identity.signInWithCode", { email: "once@person.example", code }, { headers: site.key }),
    ),
  );
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 401, 401, 401, 401],
  );
  assert.equal(await refused({ email: "once@person.example", code }), "401 identity.code_wrong");
});

test("401 after five wrong tries the right code is worth nothing", async () => {
  await request("guess@person.example");
  const code = await house.codeFor(site.live, "guess@person.example");
  for (let i = 0; i < 5; i++) {
    assert.equal(
      await refused({ email: "guess@person.example", code: wrong(code) }),
      "401 identity.code_wrong",
    );
  }
  assert.equal(await refused({ email: "guess@person.example", code }), "401 identity.code_wrong");
});

test("200 four wrong tries are forgiven", async () => {
  await request("four@person.example");
  const code = await house.codeFor(site.live, "four@person.example");
  for (let i = 0; i < 4; i++) await refused({ email: "four@person.example", code: wrong(code) });
  assert.ok((await signIn({ email: "four@person.example", code })).accessToken);
});

test("401 a newer code ends the older one; another address's and another site's do not fit", async () => {
  await request("newer@person.example");
  const older = await house.codeFor(site.live, "newer@person.example");
  await request("newer@person.example");
  const newer = await house.codeFor(site.live, "newer@person.example");
  if (older !== newer)
    assert.equal(await refused({ email: "newer@person.example", code: older }), "401 identity.code_wrong");
  assert.equal(await refused({ email: "else@person.example", code: newer }), "401 identity.code_wrong");
  assert.equal(
    await refused({ email: "newer@person.example", code: newer }, { headers: other.key }),
    "401 identity.code_wrong",
  );
  assert.ok((await signIn({ email: "newer@person.example", code: newer })).accessToken);
});

test("401 a code ends after ten minutes", async (t) => {
  await request("late@person.example");
  const code = await house.codeFor(site.live, "late@person.example");
  mock.timers.enable({ apis: ["Date"], now: nowMs() + 10 * 60_000 + 1000 });
  t.after(() => mock.timers.reset());
  assert.equal(await refused({ email: "late@person.example", code }), "401 identity.code_wrong");
});

test("429 an address is sent five codes in an hour, and others are not held up by it", async () => {
  for (let i = 0; i < 5; i++) await request("flood@person.example", `203.0.113.${i + 10}`);
  assert.match(
    await house.refused("identity.requestCode", { email: "flood@person.example" }, { headers: site.key }),
    /^429 identity\.too_many_codes/,
  );
  await request("calm@person.example");
});

test("200 known, unknown and switched-off addresses get the same answer; whoever is switched off no mail", async () => {
  const { member } = await house.signIn(site, "off@person.example");
  await house.ok(
    "identity.deactivateMember",
    { id: member.id },
    { headers: bearer(site.liveKeys.secretKey) },
  );
  const before = (await house.mailsTo(site.live, "off@person.example")).length;
  const known = await request("off@person.example");
  const unknown = await request("unknown@person.example");
  assert.deepEqual(Object.keys(known), Object.keys(unknown));
  assert.equal((await house.mailsTo(site.live, "off@person.example")).length, before);
});

test("403 a privileged role cannot be taken, and the code stays good", async () => {
  await request("mighty@person.example");
  const code = await house.codeFor(site.live, "mighty@person.example");
  assert.equal(
    await refused({ email: "mighty@person.example", code, role: "moderator" }),
    "403 identity.role_refused",
  );
  assert.ok((await signIn({ email: "mighty@person.example", code, role: "learner" })).accessToken);
});

test("400 an input of the wrong shape", async () => {
  const good = { email: "a@b.example", code: "123456" };
  for (const input of [
    { ...good, code: 123456 },
    { ...good, code: "12345" },
    { ...good, email: "a" },
    { ...good, role: "king" },
    { ...good, tenantId: "x" },
    { ...good, name: "a\nb" },
    {},
  ]) {
    assert.equal(await refused(input), "400 request.invalid_input", JSON.stringify(input));
  }
});

test("the code is sealed in its row until it was mailed, and in no event", async () => {
  await request("sealed@person.example");
  const { rows: outbox } = await house.admin.query(
    "select fact::text as fact from outbox where name = 'identity.code_requested'",
  );
  const { rows: before } = await house.admin.query(
    "select * from sign_in_codes where email = 'sealed@person.example'",
  );
  const code = await house.codeFor(site.live, "sealed@person.example");
  const { rows: after } = await house.admin.query(
    "select * from sign_in_codes where email = 'sealed@person.example'",
  );
  assert.ok(before[0].sealed_code);
  assert.equal(after[0].sealed_code, null);
  assert.ok(!JSON.stringify([outbox, before, after]).includes(code));
});

test("the mail speaks the reader's language, in the site's name", async () => {
  const chinese = await house.tenant("Zhong Site", {
    tenancy: { locales: ["en", "zh-CN"], brand: { productName: "众 <b>Site</b>" } },
  });
  await house.ok(
    "identity.requestCode",
    { email: "li@person.example" },
    { headers: { ...chinese.key, "Accept-Language": "zh-TW,en;q=0.5" } },
  );
  const [mail] = await house.mailsTo(chinese.live, "li@person.example");
  assert.match(mail!.subject, /^众 <b>Site<\/b> 的验证码: \d{6}$/);
  assert.match(mail!.html, /众 &lt;b&gt;Site&lt;\/b&gt;/);
  assert.equal(mail!.fromName, "众 <b>Site</b>");
});
