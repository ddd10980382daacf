import assert from "node:assert/strict";
import { after, before, describe, mock, test } from "node:test";
import bcrypt from "bcryptjs";
import { checkPassword, hashPassword } from "./passwords.ts";
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

const good = "tulip-anvil-47";
const person = (email: string, changes: object = {}) => ({
  email,
  password: good,
  name: "Grace Hopper",
  ...changes,
});
const signUp = (input: object, options: object = {}) =>
  house.ok<MemberSession>("identity.signUp", input, { headers: site.key, ...options });
const signUpRefused = (input: object) => house.refused("identity.signUp", input, { headers: site.key });
const signIn = (email: string, password: string, options: object = {}) =>
  house.ok<MemberSession>("identity.signIn", { email, password }, { headers: site.key, ...options });
const signInRefused = (email: string, password: string, options: object = {}) =>
  house.refused("identity.signIn", { email, password }, { headers: site.key, ...options });
const me = (session: MemberSession) =>
  house.call("identity.getMe", {}, { headers: bearer(session.accessToken) });

describe("getEntrance", () => {
  test("200 the roles people may take and whether passwords work, the same for everybody", async () => {
    const own = await house.tenant(undefined, {
      identity: { signUpRoles: ["client", "coach"], allowsPasswords: false },
    });
    assert.deepEqual(await house.ok("identity.getEntrance", {}, { headers: own.key }), {
      roles: ["client", "coach"],
      rolesToApprove: ["coach"],
      allowsPasswords: false,
    });
    const { allowsPasswords } = await house.ok<{ allowsPasswords: boolean }>(
      "identity.getEntrance",
      {},
      { headers: site.key },
    );
    assert.equal(allowsPasswords, true);
  });
});

describe("signUp", () => {
  test("200 with the chosen roles; the address is proven by the mailed link, once", async () => {
    const session = await signUp(person("up@person.example", { roles: ["learner", "teacher"] }));
    const { roles, pendingRoles } = session.member;
    assert.deepEqual({ roles, pendingRoles }, { roles: ["learner"], pendingRoles: ["teacher"] });
    assert.equal(session.member.emailVerified, false);
    const token = await house.linkFor(site.live, "up@person.example");
    assert.equal(
      await house.refused("identity.verifyEmail", { token }, { headers: other.key }),
      "410 identity.link_gone",
    );
    await house.ok("identity.verifyEmail", { token }, { headers: site.key });
    assert.equal((await me(session)).body.result.data.emailVerified, true);
    assert.equal(
      await house.refused("identity.verifyEmail", { token }, { headers: site.key }),
      "410 identity.link_gone",
    );
    assert.equal(
      await house.refused("identity.resendVerification", {}, { headers: bearer(session.accessToken) }),
      "409 identity.email_already_verified",
    );
  });

  test("403 offering services before the address is proven, where the site asks for that", async () => {
    const session = await signUp(person("offer@person.example", { roles: ["coach"] }));
    const apply = () =>
      house.call("people.applyForRole", { role: "coach" }, { headers: bearer(session.accessToken) });
    assert.equal((await apply()).body.error.data.code, "identity.email_unverified");
    const token = await house.linkFor(site.live, "offer@person.example");
    await house.ok("identity.verifyEmail", { token }, { headers: site.key });
    assert.equal((await apply()).status, 200);
  });

  test("409 the same address again, however it is written; 200 on another site", async () => {
    await signUp(person("twice@person.example"));
    assert.equal(await signUpRefused(person(" TWICE@person.example")), "409 identity.email_taken");
    assert.ok(await signUp(person("twice@person.example"), { headers: other.key }));
  });

  test("one winner when two sign up with one address at once", async () => {
    const answers = await Promise.all(
      [1, 2].map(() => house.call("identity.signUp", person("race@person.example"), { headers: site.key })),
    );
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [200, 409],
    );
  });

  test("403 privileged roles and roles the site does not offer", async () => {
    for (const role of ["admin", "moderator", "qa", "recruiter", "senior_developer"]) {
      assert.equal(
        await signUpRefused(person("king@person.example", { roles: ["client", role] })),
        "403 identity.role_refused",
      );
    }
    const narrow = await house.tenant("Narrow", { identity: { signUpRoles: ["client"] } });
    assert.equal(
      await house.refused("identity.signUp", person("a@person.example", { roles: ["coach"] }), {
        headers: narrow.key,
      }),
      "403 identity.role_refused",
    );
  });

  test("400 bad addresses, short, common and personal passwords", async () => {
    for (const email of [
      "",
      "a",
      "a@b",
      "a b@c.example",
      "a@b.example\nBcc: x@y.example",
      `${"a".repeat(250)}@b.example`,
    ]) {
      assert.equal(await signUpRefused(person(email)), "400 request.invalid_input", email);
    }
    assert.equal(
      await signUpRefused(person("a@p.example", { password: "short-7" })),
      "400 request.invalid_input",
    );
    assert.equal(
      await signUpRefused(person("a@p.example", { password: "x".repeat(257) })),
      "400 request.invalid_input",
    );
    assert.equal(
      await signUpRefused(person("a@p.example", { password: "Password123" })),
      "400 identity.password_too_common",
    );
    assert.equal(
      await signUpRefused(person("a@p.example", { password: "GraceHopper1" })),
      "400 identity.password_too_personal",
    );
    assert.equal(await signUpRefused(person("a@p.example", { isAdmin: true })), "400 request.invalid_input");
    assert.ok(await signUp(person("long@p.example", { password: "öäüß".repeat(64) })));
  });

  test("403 where the site signs people in by code alone", async () => {
    const codes = await house.tenant("Codes", { identity: { allowsPasswords: false } });
    assert.equal(
      await house.refused("identity.signUp", person("a@p.example"), { headers: codes.key }),
      "403 identity.passwords_off",
    );
    assert.equal(
      await house.refused(
        "identity.signIn",
        { email: "a@p.example", password: good },
        { headers: codes.key },
      ),
      "403 identity.passwords_off",
    );
  });

  test("whoever signed up with an address without proving it loses it to the one who reads its mails", async () => {
    const squatter = await signUp(person("victim@person.example"));
    const victim = await house.signIn(site, "victim@person.example");
    assert.equal(victim.member.id, squatter.member.id);
    assert.equal((await me(squatter)).status, 401);
    assert.equal(await signInRefused("victim@person.example", good), "401 identity.sign_in_failed");
  });
});

describe("signIn", () => {
  test("200 with both tokens, 60 minutes and 24 hours", async () => {
    await signUp(person("in@person.example"));
    const before = nowMs();
    const session = await signIn("IN@person.example", good);
    const payload = JSON.parse(Buffer.from(session.accessToken.split(".")[1]!, "base64url").toString()) as {
      iat: number;
      exp: number;
    };
    assert.equal(payload.exp - payload.iat, 3600);
    const refreshSeconds = ((await house.refreshEnd(session)).getTime() - before) / 1000;
    assert.ok(Math.abs(refreshSeconds - 86_400) < 5, String(refreshSeconds));
    assert.equal((await me(session)).status, 200);
  });

  test("401 wrong password, unknown address and a member without password answer alike, in like time", async () => {
    await signUp(person("known@person.example"));
    await house.signIn(site, "codeonly@person.example");
    const answers = new Set<string>();
    const times: Record<string, number[]> = {};
    for (let round = 0; round < 8; round++) {
      for (const email of ["known@person.example", "unknown@person.example", "codeonly@person.example"]) {
        const start = performance.now();
        const { body, status } = await house.call(
          "identity.signIn",
          { email, password: "wrong-wrong" },
          { headers: site.key },
        );
        (times[email] ??= []).push(performance.now() - start);
        const { requestId: _, ...data } = body.error.data;
        answers.add(JSON.stringify([status, body.error.message, data]));
      }
    }
    assert.equal(answers.size, 1, [...answers].join("\n"));
    const fastest = Object.values(times).map((list) => Math.min(...list));
    // A lookup without hashing takes a tenth of one with it.
    assert.ok(Math.max(...fastest) < 3 * Math.min(...fastest), fastest.join());
  });

  test("429 ten wrong tries from one address; the right person comes in from another", async () => {
    await signUp(person("guessed@person.example"));
    const here = { from: "198.51.100.8" };
    for (let i = 0; i < 10; i++) {
      assert.equal(
        await signInRefused("guessed@person.example", "wrong-wrong", here),
        "401 identity.sign_in_failed",
      );
    }
    assert.equal(await signInRefused("guessed@person.example", good, here), "429 request.rate_limited");
    assert.ok(await signIn("guessed@person.example", good, { from: "198.51.100.9" }));
  });

  test("200 the right password gives all tries back", async () => {
    await signUp(person("typo@person.example"));
    const here = { from: "198.51.100.10" };
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 6; i++) await signInRefused("typo@person.example", "wrong-wrong", here);
      await signIn("typo@person.example", good, here);
    }
  });

  test("403 a deactivated or banned person, with the right password alone", async () => {
    const { member } = await signUp(person("off@person.example"));
    await house.ok(
      "identity.deactivateMember",
      { id: member.id },
      { headers: bearer(site.liveKeys.secretKey) },
    );
    assert.equal(await signInRefused("off@person.example", good), "403 identity.member_inactive");
    assert.equal(await signInRefused("off@person.example", "wrong-wrong"), "401 identity.sign_in_failed");
    await house.ok(
      "identity.reactivateMember",
      { id: member.id },
      { headers: bearer(site.liveKeys.secretKey) },
    );
    assert.ok(await signIn("off@person.example", good));
  });

  test("200 an imported bcrypt hash signs in and becomes argon2id; no answer ever holds a hash", async () => {
    const passwordHash = await bcrypt.hash(good, 4);
    const server = { headers: bearer(site.liveKeys.secretKey) };
    const { body } = await house.call(
      "identity.createMember",
      { email: "import@person.example", name: "Im Port", passwordHash, emailVerified: true },
      server,
    );
    const hashOf = async () =>
      (
        await house.admin.query<{ hash: string }>(
          "select p.hash from member_passwords p join members m on m.id = p.member_id where m.email = 'import@person.example'",
        )
      ).rows[0]!.hash;
    assert.equal(await hashOf(), passwordHash);
    assert.equal(await signInRefused("import@person.example", "wrong-wrong"), "401 identity.sign_in_failed");
    const session = await signIn("import@person.example", good);
    assert.match(await hashOf(), /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await signIn("import@person.example", good);
    assert.doesNotMatch(JSON.stringify([body, session, (await me(session)).body]), /\$2[aby]\$|argon2/);
    assert.equal(
      await house.refused(
        "identity.createMember",
        { email: "x@person.example", name: "X", passwordHash: "md5:abc" },
        server,
      ),
      "400 request.invalid_input",
    );
  });

  test("429 and nothing lost when more passwords come than can be hashed at once", async () => {
    await signUp(person("flood@person.example"));
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        house.call(
          "identity.signIn",
          { email: "flood@person.example", password: good },
          { headers: site.key, from: `198.51.100.${i + 20}` },
        ),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    assert.ok(statuses.includes(429) && statuses.includes(200), statuses.join());
    assert.ok(statuses.every((status) => status === 200 || status === 429));
  });
});

describe("resetting", () => {
  test("200 for known and unknown alike; the link sets a new password, once, and ends every session", async () => {
    const session = await signUp(person("reset@person.example"));
    await house.deliver();
    const ask = (email: string) =>
      house.call("identity.requestPasswordReset", { email }, { headers: site.key });
    const [known, unknown] = [await ask("reset@person.example"), await ask("nobody@person.example")];
    assert.deepEqual([known.status, known.body], [unknown.status, unknown.body]);
    const token = await house.linkFor(site.live, "reset@person.example");
    const set = (password: string, key = site.key) =>
      house.refused("identity.resetPassword", { token, password }, { headers: key });
    assert.equal(await set("Password123"), "400 identity.password_too_common");
    assert.equal(await set("violet-hammer-9", other.key), "410 identity.link_gone");
    await house.ok("identity.resetPassword", { token, password: "violet-hammer-9" }, { headers: site.key });
    assert.equal(await set("another-good-one"), "410 identity.link_gone");
    assert.equal((await me(session)).status, 401);
    assert.equal(
      await house.refused("identity.refresh", { refreshToken: session.refreshToken }, { headers: site.key }),
      "401 identity.session_ended",
    );
    assert.equal(await signInRefused("reset@person.example", good), "401 identity.sign_in_failed");
    assert.equal((await signIn("reset@person.example", "violet-hammer-9")).member.emailVerified, true);
    assert.deepEqual((await house.mailsTo(site.live, "nobody@person.example")).length, 0);
  });

  test("410 a link after an hour; a verify link is no reset link", async (t) => {
    await signUp(person("slow@person.example"));
    const verify = await house.linkFor(site.live, "slow@person.example");
    assert.equal(
      await house.refused(
        "identity.resetPassword",
        { token: verify, password: "violet-hammer-9" },
        { headers: site.key },
      ),
      "410 identity.link_gone",
    );
    await house.ok("identity.requestPasswordReset", { email: "slow@person.example" }, { headers: site.key });
    const token = await house.linkFor(site.live, "slow@person.example");
    mock.timers.enable({ apis: ["Date"], now: nowMs() + 61 * 60_000 });
    t.after(() => mock.timers.reset());
    assert.equal(
      await house.refused(
        "identity.resetPassword",
        { token, password: "violet-hammer-9" },
        { headers: site.key },
      ),
      "410 identity.link_gone",
    );
  });

  test("the link opens a page of the site alone, with its token behind the #", async () => {
    const home = await house.tenant("Home", {
      tenancy: { allowedOrigins: ["https://www.home.example"], siteUrl: "https://www.home.example/start" },
    });
    await house.ok("identity.signUp", person("home@person.example"), { headers: home.key });
    const ask = (pageUrl?: string) =>
      house.refused(
        "identity.requestPasswordReset",
        { email: "home@person.example", ...(pageUrl && { pageUrl }) },
        { headers: home.key },
      );
    for (const evil of [
      "https://evil.example/",
      "https://www.home.example.evil.example/",
      "javascript:alert(1)",
      "http://www.home.example/",
    ]) {
      assert.equal(await ask(evil), "400 request.invalid_input", evil);
    }
    await house.ok(
      "identity.requestPasswordReset",
      { email: "home@person.example", pageUrl: "https://www.home.example/reset?a=1" },
      { headers: home.key },
    );
    const [mail] = await house.mailsTo(home.live, "home@person.example");
    assert.match(mail!.text, /https:\/\/www\.home\.example\/reset\?a=1#tessera-reset=[\w-]{43}\n/);
  });

  test("five links in an hour, then none, and the answer stays the same", async () => {
    await signUp(person("many@person.example"));
    const count = async () => (await house.mailsTo(site.live, "many@person.example")).length;
    const before = await count();
    for (let i = 0; i < 8; i++)
      await house.ok(
        "identity.requestPasswordReset",
        { email: "many@person.example" },
        { headers: site.key },
      );
    assert.equal((await count()) - before, 5);
  });
});

describe("changing", () => {
  test("400 a wrong current password; the right one ends the other sessions and keeps this one", async () => {
    const here = await signUp(person("change@person.example"));
    const there = await signIn("change@person.example", good);
    const change = (input: object) => ({
      path: "identity.changePassword",
      input,
      options: { headers: bearer(here.accessToken) },
    });
    const wrong = change({ currentPassword: "wrong-wrong", newPassword: "violet-hammer-9" });
    assert.equal(
      await house.refused(wrong.path, wrong.input, wrong.options),
      "400 identity.current_password_wrong",
    );
    const missing = change({ newPassword: "violet-hammer-9" });
    assert.equal(
      await house.refused(missing.path, missing.input, missing.options),
      "400 identity.current_password_wrong",
    );
    const right = change({ currentPassword: good, newPassword: "violet-hammer-9" });
    await house.ok(right.path, right.input, right.options);
    assert.equal((await me(here)).status, 200);
    assert.equal((await me(there)).status, 401);
    assert.ok(await signIn("change@person.example", "violet-hammer-9"));
  });

  test("403 a first password long after signing in, 200 soon after", async (t) => {
    const session = await house.signIn(site, "first@person.example");
    const options = { headers: bearer(session.accessToken) };
    mock.timers.enable({ apis: ["Date"], now: nowMs() + 16 * 60_000 });
    assert.equal(
      await house.refused("identity.changePassword", { newPassword: "violet-hammer-9" }, options),
      "403 identity.sign_in_again",
    );
    mock.timers.reset();
    t.after(() => mock.timers.reset());
    await house.ok("identity.changePassword", { newPassword: "violet-hammer-9" }, options);
    assert.ok(await signIn("first@person.example", "violet-hammer-9"));
  });
});

test("a password is the same in every Unicode spelling", async () => {
  const stored = await hashPassword("caf\u00e9-anvil-47");
  assert.ok((await checkPassword("cafe\u0301-anvil-47", stored)).isRight);
  assert.ok(!(await checkPassword("cafe-anvil-47", stored)).isRight);
});
