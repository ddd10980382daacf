import assert from "node:assert/strict";
import { after, before, describe, mock, test } from "node:test";
import { bearer, IdentityHouse, type MemberSession, nowMs, type TestTenant } from "./testing.ts";

let house: IdentityHouse;
let site: TestTenant;
let other: TestTenant;
let count = 0;

before(async () => {
  house = await IdentityHouse.open();
  site = await house.tenant("Sessions", {
    tenancy: { allowedOrigins: ["https://a.example", "https://b.example"] },
  });
  other = await house.tenant("Elsewhere", { tenancy: { allowedOrigins: ["https://a.example"] } });
});
after(async () => {
  await house.close();
  assert.deepEqual(house.bugs, []);
});

const newEmail = () => `person${++count}@person.example`;
const signIn = (options: object = {}, email = newEmail()) => house.signIn(site, email, options);
const refresh = (refreshToken: string, headers: object = {}) =>
  house.call("identity.refresh", { refreshToken }, { headers: { ...site.key, ...headers } });
const statusOf = async (session: Pick<MemberSession, "accessToken">, headers: object = {}) =>
  (await house.call("identity.getMe", {}, { headers: { ...bearer(session.accessToken), ...headers } }))
    .status;
const later = (milliseconds: number) => mock.timers.enable({ apis: ["Date"], now: nowMs() + milliseconds });

describe("refresh", () => {
  test("200 a new pair each time; the last one works, and so does the access token before", async () => {
    let session = await signIn();
    const first = session;
    for (let i = 0; i < 5; i++)
      session = (await refresh(session.refreshToken)).body.result.data as MemberSession;
    assert.equal(await statusOf(session), 200);
    assert.equal(await statusOf(first), 200);
    assert.notEqual(session.refreshToken, first.refreshToken);
    assert.equal(session.member.id, first.member.id);
  });

  test("200 two tabs at once, and a lost answer asked again, get the same child", async () => {
    const { refreshToken } = await signIn();
    const answers = await Promise.all([1, 2, 3].map(() => refresh(refreshToken)));
    const children = new Set(answers.map(({ body }) => (body.result.data as MemberSession).refreshToken));
    assert.equal(children.size, 1);
    assert.equal((await refresh(refreshToken)).body.result.data.refreshToken, [...children][0]);
  });

  test("401 a token used again after ten seconds ends the session and all its tokens", async (t) => {
    const first = await signIn();
    const second = (await refresh(first.refreshToken)).body.result.data as MemberSession;
    later(10_500);
    t.after(() => mock.timers.reset());
    assert.equal((await refresh(first.refreshToken)).status, 401);
    assert.equal(await statusOf(second), 401);
    assert.equal((await refresh(second.refreshToken)).status, 401);
  });

  test("401 a grandparent ends the session, even within the grace", async () => {
    const first = await signIn();
    const second = (await refresh(first.refreshToken)).body.result.data as MemberSession;
    const third = (await refresh(second.refreshToken)).body.result.data as MemberSession;
    assert.equal((await refresh(first.refreshToken)).status, 401);
    assert.equal((await refresh(third.refreshToken)).status, 401);
    assert.equal(await statusOf(third), 401);
  });

  test("401 after 24 hours unused", async (t) => {
    const { refreshToken } = await signIn();
    later(24 * 3_600_000 + 1000);
    t.after(() => mock.timers.reset());
    assert.equal((await refresh(refreshToken)).status, 401);
  });

  test("401 after 30 days, however often it was refreshed", async (t) => {
    t.after(() => mock.timers.reset());
    let session = await signIn();
    const start = nowMs();
    for (let hour = 20; hour < 30 * 24; hour += 20) {
      mock.timers.reset();
      mock.timers.enable({ apis: ["Date"], now: start + hour * 3_600_000 });
      const { status, body } = await refresh(session.refreshToken);
      assert.equal(status, 200, `after ${hour} hours`);
      session = body.result.data as MemberSession;
    }
    mock.timers.reset();
    mock.timers.enable({ apis: ["Date"], now: start + 30 * 24 * 3_600_000 + 1000 });
    assert.equal((await refresh(session.refreshToken)).status, 401);
  });

  test("401 from another origin or another site, without ending the session", async () => {
    const email = newEmail();
    const { refreshToken } = await signIn({ headers: { Origin: "https://a.example" } }, email);
    assert.equal((await refresh(refreshToken, { Origin: "https://b.example" })).status, 401);
    assert.equal((await refresh(refreshToken)).status, 401);
    assert.equal((await refresh(refreshToken, { ...other.key, Origin: "https://a.example" })).status, 401);
    assert.equal((await refresh(refreshToken, { Origin: "https://a.example" })).status, 200);
  });

  test("401 what is no refresh token", async () => {
    const { refreshToken } = await signIn();
    for (const token of [
      "x",
      refreshToken.slice(0, -1),
      `${refreshToken}A`,
      refreshToken.toLowerCase(),
      "A".repeat(64),
    ]) {
      assert.equal((await refresh(token)).status, 401, token);
    }
    assert.equal((await refresh("")).status, 400);
    assert.equal((await refresh("x".repeat(201))).status, 400);
  });

  test("stored tokens are hashes", async () => {
    const { refreshToken } = await signIn();
    const { rows } = await house.admin.query("select * from refresh_tokens");
    assert.ok(rows.length > 0 && !JSON.stringify(rows).includes(refreshToken));
  });
});

describe("access tokens", () => {
  test("401 at once after signing out, 401 for its refresh token too", async () => {
    const session = await signIn();
    assert.equal(await statusOf(session), 200);
    await house.ok("identity.signOut", {}, { headers: bearer(session.accessToken) });
    assert.equal(await statusOf(session), 401);
    assert.equal((await refresh(session.refreshToken)).status, 401);
  });

  test("signing out works with the refresh token when the access token has ended", async () => {
    const session = await signIn();
    await house.ok("identity.signOut", { refreshToken: session.refreshToken }, { headers: site.key });
    assert.equal((await refresh(session.refreshToken)).status, 401);
    assert.equal(await statusOf(session), 401);
  });

  test("401 at once after being switched off, and 401 to refresh", async () => {
    const session = await signIn();
    assert.equal(await statusOf(session), 200);
    await house.ok(
      "identity.deactivateMember",
      { id: session.member.id, reason: "test" },
      { headers: bearer(site.liveKeys.secretKey) },
    );
    assert.equal(await statusOf(session), 401);
    assert.equal((await refresh(session.refreshToken)).status, 401);
  });

  test("another process learns of an end within five seconds", async () => {
    const session = await signIn();
    assert.equal(await statusOf(session), 200);
    // As another process would: past this process's memory.
    await house.admin.query(
      "update sessions set ended_at = now(), end_reason = 'ended' where member_id = $1",
      [session.member.id],
    );
    const start = nowMs();
    while ((await statusOf(session)) === 200) {
      assert.ok(nowMs() - start < 5000, "still signed in after 5 s");
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });

  test("403 on another origin than it was issued to", async () => {
    const session = await signIn({ headers: { Origin: "https://a.example" } });
    assert.equal(await statusOf(session, { Origin: "https://a.example" }), 200);
    assert.equal(await statusOf(session, { Origin: "https://b.example" }), 403);
    assert.equal(await statusOf(session), 200, "outside browsers nobody sends an origin");
  });

  test("401 after an hour", async (t) => {
    const session = await signIn();
    later(3_600_000 + 1000);
    t.after(() => mock.timers.reset());
    assert.equal(await statusOf(session), 401);
  });

  test("403 beside a key of another site", async () => {
    const session = await signIn();
    assert.equal(await statusOf(session, other.key), 403);
    assert.equal(await statusOf(session, site.key), 200);
  });

  test("new roles count from the next call on", async () => {
    const session = await signIn();
    await house.ok(
      "identity.updateMember",
      { id: session.member.id, roles: ["moderator"] },
      { headers: bearer(site.liveKeys.secretKey) },
    );
    const me = await house.ok<{ roles: string[] }>(
      "identity.getMe",
      {},
      { headers: bearer(session.accessToken) },
    );
    assert.deepEqual(me.roles, ["moderator"]);
  });
});

describe("devices", () => {
  test("200 the caller's own, and one of them ended", async () => {
    const email = newEmail();
    const here = await signIn({ headers: { "User-Agent": "Laptop" } }, email);
    const there = await signIn({ headers: { "User-Agent": "Phone" } }, email);
    await signIn();
    const options = { headers: bearer(here.accessToken) };
    const { items } = await house.ok<{ items: { id: string; isCurrent: boolean; userAgent: string }[] }>(
      "identity.listSessions",
      {},
      options,
    );
    assert.deepEqual(
      items.map(({ userAgent, isCurrent }) => [userAgent, isCurrent]),
      [
        ["Phone", false],
        ["Laptop", true],
      ],
    );
    await house.ok("identity.endSession", { id: items[0]!.id }, options);
    assert.equal(await statusOf(there), 401);
    assert.equal((await refresh(there.refreshToken)).status, 401);
    assert.equal(await statusOf(here), 200);
  });

  test("404 somebody else's session, like one that does not exist", async () => {
    const mine = await signIn();
    const theirs = await signIn();
    const { items } = await house.ok<{ items: { id: string }[] }>(
      "identity.listSessions",
      {},
      { headers: bearer(theirs.accessToken) },
    );
    const end = (id: string) =>
      house.refused("identity.endSession", { id }, { headers: bearer(mine.accessToken) });
    assert.equal(await end(items[0]!.id), "404 request.not_found");
    assert.equal(await end("0195f000-0000-7000-8000-000000000001"), "404 request.not_found");
    assert.equal(await statusOf(theirs), 200);
  });

  test("200 everywhere but here", async () => {
    const email = newEmail();
    const sessions = [await signIn({}, email), await signIn({}, email), await signIn({}, email)] as const;
    const { ended } = await house.ok<{ ended: number }>(
      "identity.endOtherSessions",
      {},
      { headers: bearer(sessions[1].accessToken) },
    );
    assert.equal(ended, 2);
    assert.deepEqual(await Promise.all(sessions.map((session) => statusOf(session))), [401, 200, 401]);
  });
});

describe("profile", () => {
  test("200 name, language, time zone and preferences change; what is not named stays", async () => {
    const session = await signIn();
    const options = { headers: bearer(session.accessToken) };
    await house.ok(
      "identity.updateMe",
      { name: "New Name", timeZone: "Asia/Shanghai", preferences: { currency: "CNY", digest: true } },
      options,
    );
    const { permissions, ...me } = await house.ok<{ permissions: readonly string[] }>(
      "identity.updateMe",
      { locale: "ar", preferences: { digest: null, theme: "dark" } },
      options,
    );
    assert.deepEqual(
      { ...me, id: 0, email: 0, createdAt: 0 },
      {
        id: 0,
        email: 0,
        createdAt: 0,
        name: "New Name",
        emailVerified: true,
        roles: ["client"],
        pendingRoles: [],
        locale: "ar",
        timeZone: "Asia/Shanghai",
        currency: "CNY",
        preferences: { currency: "CNY", theme: "dark" },
        hasPassword: false,
        tenant: { slug: site.live.slug, name: "Sessions", isSandbox: false },
      },
    );
    assert.ok(permissions.includes("people.edit"));
  });

  test("400 what is not the caller's to change", async () => {
    const session = await signIn();
    for (const input of [
      { roles: ["admin"] },
      { emailVerified: true },
      { email: "x@y.example" },
      { timeZone: "Mars/Base" },
      { locale: "tlh" },
      { name: "" },
      { preferences: { __proto__x: {} } },
      { preferences: { currency: "eur" } },
      { preferences: { visibility: "friends" } },
    ]) {
      assert.equal(
        await house.refused("identity.updateMe", input, { headers: bearer(session.accessToken) }),
        "400 request.invalid_input",
        JSON.stringify(input),
      );
    }
  });

  test("one more role of those the site offers, none of the others", async () => {
    const session = await signIn();
    const add = (role: string) => ({
      path: "identity.addRole",
      input: { role },
      options: { headers: bearer(session.accessToken) },
    });
    const coach = add("coach");
    assert.deepEqual(await house.ok(coach.path, coach.input, coach.options), {
      roles: ["client"],
      pendingRoles: ["coach"],
    });
    const learner = add("learner");
    assert.deepEqual(await house.ok(learner.path, learner.input, learner.options), {
      roles: ["client", "learner"],
      pendingRoles: ["coach"],
    });
    const admin = add("admin");
    assert.equal(await house.refused(admin.path, admin.input, admin.options), "403 identity.role_refused");
  });

  test("200 the site and what the member may do there, more of it with a role that offers services", async () => {
    interface Me {
      readonly tenant: object;
      readonly permissions: readonly string[];
    }
    const options = { headers: bearer((await signIn()).accessToken) };
    const before = await house.ok<Me>("identity.getMe", {}, options);
    assert.deepEqual(before.tenant, { slug: site.live.slug, name: "Sessions", isSandbox: false });
    await house.ok("identity.addRole", { role: "coach" }, options);
    const after = await house.ok<Me>("identity.getMe", {}, options);
    const added = after.permissions.filter((name) => !before.permissions.includes(name));
    assert.ok(before.permissions.includes("people.edit"));
    assert.ok(!after.permissions.includes("people.decide"), "what only the team does");
    assert.deepEqual(added, ["scheduling.hosts"]);
  });

  test("401 without a session", async () => {
    assert.equal(
      await house.refused("identity.getMe", {}, { headers: site.key }),
      "401 request.unauthenticated",
    );
    assert.equal(await house.refused("identity.getMe", {}, {}), "400 request.tenant_required");
    assert.equal(
      await house.refused("identity.getMe", {}, { headers: bearer("nonsense") }),
      "401 request.token_expired",
    );
  });
});
