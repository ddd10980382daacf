import assert from "node:assert/strict";
import { after, before, mock, test } from "node:test";
import { personalData } from "./personal-data.ts";
import { sweep } from "./sweep.ts";
import { bearer, IdentityHouse, type MemberSession, nowMs, type TestTenant } from "./testing.ts";

let house: IdentityHouse;
let site: TestTenant;

before(async () => {
  house = await IdentityHouse.open();
  site = await house.tenant();
});
after(async () => {
  await house.close();
  assert.deepEqual(house.bugs, []);
});

const tables = ["members", "member_passwords", "sessions", "sign_in_codes", "mail_links", "captured_mails"];
const count = async (table: string) => (await house.admin.query(`select 1 from ${table}`)).rows.length;

test("an export holds the person's own data and no secret", async () => {
  const input = { email: "export@person.example", password: "tulip-anvil-47", name: "Exi Port" };
  const { member } = await house.ok<MemberSession>("identity.signUp", input, {
    headers: { ...site.key, "User-Agent": "Her phone" },
  });
  await house.signIn(site, "else@person.example");
  const exported = JSON.stringify(
    await house.within(site.live, (scope) => personalData.export(scope, member.id)),
  );
  for (const text of ["export@person.example", "Exi Port", "Her phone"])
    assert.ok(exported.includes(text), text);
  for (const text of ["else@person.example", "argon2", "hash", "sealed"])
    assert.ok(!exported.includes(text), text);
});

test("after erasing, nothing of the person is left in any table, and the address is free again", async () => {
  const canary = "canary-7f3a@person.example";
  await house.ok(
    "identity.signUp",
    { email: canary, password: "tulip-anvil-47", name: "Canary Person" },
    { headers: { ...site.key, "User-Agent": "canary-7f3a phone" } },
  );
  const session = await house.ok<MemberSession>(
    "identity.signIn",
    { email: canary, password: "tulip-anvil-47" },
    { headers: site.key },
  );
  await house.ok("identity.requestCode", { email: canary }, { headers: site.key });
  await house.ok(
    "identity.updateMe",
    { preferences: { note: "canary-7f3a" } },
    { headers: bearer(session.accessToken) },
  );
  await house.deliver();
  await house.within(site.live, (scope) => personalData.erase(scope, session.member.id));
  for (const table of tables) {
    const { rows } = await house.admin.query<{ row: string }>(`select t::text as row from ${table} t`);
    assert.ok(!rows.some(({ row }) => /canary/i.test(row)), table);
  }
  assert.equal(
    (await house.call("identity.getMe", {}, { headers: bearer(session.accessToken) })).status,
    401,
  );
  const again = await house.signIn(site, canary);
  assert.notEqual(again.member.id, session.member.id);
});

test("the daily sweep deletes what ended long enough ago, keeps the rest, and is set again", async (t) => {
  const living = await house.signIn(site, "living@person.example");
  const due = { subjectId: site.live.id, dueAt: new Date(nowMs()), payload: {} };
  const run = () => house.within(site.live, (scope) => sweep.run(scope, due));
  await run();
  assert.equal((await house.call("identity.getMe", {}, { headers: bearer(living.accessToken) })).status, 200);
  assert.ok((await count("sign_in_codes")) > 0);
  t.after(() => mock.timers.reset());
  mock.timers.enable({ apis: ["Date"], now: nowMs() + 61 * 86_400_000 });
  await run();
  for (const table of [
    "sessions",
    "refresh_tokens",
    "sign_in_codes",
    "mail_links",
    "exchanged_tokens",
    "captured_mails",
  ]) {
    assert.equal(await count(table), 0, table);
  }
  const { rows } = await house.admin.query(
    "select due_at from timers where kind = 'identity.sweep' and tenant_id = $1 and state = 'pending'",
    [site.live.id],
  );
  assert.deepEqual(rows, [{ due_at: new Date(due.dueAt.getTime() + 86_400_000) }]);
});
