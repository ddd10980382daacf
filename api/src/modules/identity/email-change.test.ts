import assert from "node:assert/strict";
import { after, before, mock, test } from "node:test";
import { minutes } from "../../platform/time.ts";
import { bearer, IdentityHouse, type MemberSession, nowMs, type TestTenant } from "./testing.ts";

let house: IdentityHouse;
let site: TestTenant;
const password = "tulip-anvil-47";

before(async () => {
  house = await IdentityHouse.open();
  site = await house.tenant("Letterbox");
});
after(async () => {
  await house.close();
  assert.deepEqual(house.bugs, []);
});

const join = (email: string) =>
  house.ok<MemberSession>(
    "identity.signUp",
    { email, password, name: "Mo Ving" },
    { headers: { ...site.key, "Tessera-Locale": "zh-CN" } },
  );
const asking = (session: MemberSession, email: string, input: object = { currentPassword: password }) =>
  ["identity.requestEmailChange", { email, ...input }, { headers: bearer(session.accessToken) }] as const;
const open = (token: string) => house.ok("identity.verifyEmail", { token }, { headers: site.key });
const refusedLink = (token: string) =>
  house.refused("identity.verifyEmail", { token }, { headers: site.key });
const emailOf = async (session: MemberSession) => {
  const me = await house.ok<MemberSession["member"]>(
    "identity.getMe",
    {},
    { headers: bearer(session.accessToken) },
  );
  return [me.email, me.emailVerified];
};
const mails = async (address: string) =>
  (await house.mailsTo(site.live, address)).map(({ subject }) => subject);
const signIn = (email: string) => house.call("identity.signIn", { email, password }, { headers: site.key });

test("200 the new address counts from its link on; the old one is told, and signs nobody in", async () => {
  const session = await join("old@mo.example");
  const verifying = await house.linkFor(site.live, "old@mo.example");
  await house.ok("identity.requestPasswordReset", { email: "old@mo.example" }, { headers: site.key });
  const resetting = await house.linkFor(site.live, "old@mo.example");
  await house.ok(...asking(session, " NEW@mo.example"));
  assert.deepEqual(await emailOf(session), ["old@mo.example", false]);
  const token = await house.linkFor(site.live, "new@mo.example");
  await open(token);
  assert.deepEqual(await emailOf(session), ["new@mo.example", true]);
  assert.equal(await refusedLink(token), "410 identity.link_gone");
  assert.equal(await refusedLink(verifying), "410 identity.link_gone");
  assert.equal(
    await house.refused(
      "identity.resetPassword",
      { token: resetting, password: "saffron-glacier-62" },
      { headers: site.key },
    ),
    "410 identity.link_gone",
  );
  const [notice] = await house.mailsTo(site.live, "old@mo.example");
  assert.match(notice!.subject, /Your e-mail address for Letterbox was changed/);
  assert.match(notice!.text, /n…@mo\.example/);
  assert.doesNotMatch(notice!.text, /new@/);
  assert.equal((await signIn("old@mo.example")).status, 401);
  assert.equal((await signIn("new@mo.example")).status, 200);
  assert.ok(await join("old@mo.example"), "the address is free for somebody else");
});

test("400 a wrong password, the same address, no address; after ten wrong tries 429", async () => {
  const session = await join("careful@mo.example");
  assert.equal(await house.refused(...asking(session, "careful@mo.example")), "400 request.invalid_input");
  assert.equal(await house.refused(...asking(session, "nobody")), "400 request.invalid_input");
  const statuses = new Set<string>();
  for (let nth = 0; nth < 11; nth += 1)
    statuses.add(await house.refused(...asking(session, "thief@mo.example", { currentPassword: "guess" })));
  assert.deepEqual(
    [...statuses].map((said) => said.slice(0, 3)),
    ["400", "429"],
  );
  assert.deepEqual(await mails("thief@mo.example"), []);
});

test("200 alike for an address somebody has, who is mailed nothing; 409 when they had it first after all", async () => {
  await join("taken@mo.example");
  const session = await join("wants@mo.example");
  const before = await mails("taken@mo.example");
  assert.deepEqual(await house.ok(...asking(session, "taken@mo.example")), {});
  assert.deepEqual(await mails("taken@mo.example"), before);
  await house.ok(...asking(session, "soon@mo.example"));
  const token = await house.linkFor(site.live, "soon@mo.example");
  await join("soon@mo.example");
  assert.equal(await refusedLink(token), "409 identity.email_taken");
  assert.deepEqual(await emailOf(session), ["wants@mo.example", false]);
});

test("of two new addresses the one counts whose link is opened first; a link lasts a day", async (t) => {
  const session = await join("two@mo.example");
  await house.ok(...asking(session, "first@mo.example"));
  const first = await house.linkFor(site.live, "first@mo.example");
  await house.ok(...asking(session, "second@mo.example"));
  const second = await house.linkFor(site.live, "second@mo.example");
  await open(second);
  assert.equal(await refusedLink(first), "410 identity.link_gone");
  await house.ok(...asking(session, "third@mo.example"));
  const third = await house.linkFor(site.live, "third@mo.example");
  t.after(() => mock.timers.reset());
  mock.timers.enable({ apis: ["Date"], now: nowMs() + minutes(24 * 60 + 1) });
  assert.equal(await refusedLink(third), "410 identity.link_gone");
});

test("403 without a password long after signing in; 403 whose address comes from the site's own accounts", async (t) => {
  const session = await house.signIn(site, "code@mo.example");
  await house.ok(...asking(session, "code2@mo.example", {}));
  await house.admin.query("update members set external_id = 'crm-7' where email = 'code@mo.example'");
  assert.equal(
    await house.refused(...asking(session, "code3@mo.example", {})),
    "403 identity.email_from_site",
  );
  const token = await house.linkFor(site.live, "code2@mo.example");
  assert.equal(await refusedLink(token), "410 identity.link_gone");
  const other = await house.signIn(site, "late@mo.example");
  t.after(() => mock.timers.reset());
  mock.timers.enable({ apis: ["Date"], now: nowMs() + minutes(16) });
  assert.equal(await house.refused(...asking(other, "later@mo.example", {})), "403 identity.sign_in_again");
});
