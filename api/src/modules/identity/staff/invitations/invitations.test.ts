import assert from "node:assert/strict";
import { after, before, describe, mock, test } from "node:test";
import { bearer, IdentityHouse, nowMs, type TestTenant } from "../../testing.ts";

let house: IdentityHouse;
let site: TestTenant;
let other: TestTenant;

before(async () => {
  house = await IdentityHouse.open();
  site = await house.tenant("Inviting Site");
  other = await house.tenant("Further Site");
});
after(async () => {
  mock.timers.reset();
  await house.close();
  assert.deepEqual(house.bugs, []);
});

interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly state: string;
  readonly invitedBy: string;
}

interface Joined {
  readonly accessToken: string;
  readonly account: { readonly id: string; readonly name: string };
  readonly tenant: { readonly id: string };
  readonly staffRole: string;
}

const password = "tulip-anvil-47";
const day = 24 * 60 * 60 * 1000;

const ownerOf = async (tenant: TestTenant, tenantId = tenant.live.id) =>
  bearer((await house.ok<Joined>("identity.staffSignIn", { ...tenant.owner, tenantId })).accessToken);

/** Invites somebody as the owner of a site. */
const invite = async (email: string, staffRole = "member", tenant = site): Promise<Invitation> =>
  house.ok("identity.createInvitation", { email, staffRole }, { headers: await ownerOf(tenant) });

/** The token of the newest invitation mailed to somebody. */
async function tokenFor(email: string, tenant = site): Promise<string> {
  const [mail] = await house.mailsTo(tenant.live, email);
  return /https:\/\/office\.example\/invitation#([\w.-]+)/.exec(mail?.text ?? "")?.[1] ?? "none";
}

const accept = (token: string, more: object = {}) => ({ token, name: "Nora New", password, ...more });

const open = async (tenant = site): Promise<readonly Invitation[]> =>
  (
    await house.ok<{ items: Invitation[] }>(
      "identity.listInvitations",
      {},
      { headers: await ownerOf(tenant) },
    )
  ).items;

describe("an invitation", () => {
  test("200 makes a new account one of the team with the role, once; whoever asked is told by mail", async () => {
    const made = await invite("Nora@New.example", "admin");
    assert.deepEqual(
      [made.email, made.state, made.invitedBy],
      ["nora@new.example", "pending", "Olive Owner"],
    );
    const token = await tokenFor("nora@new.example");
    const shown = await house.ok<Record<string, unknown>>("identity.inspectInvitation", { token });
    assert.deepEqual(
      [shown["siteName"], shown["invitedBy"], shown["email"], shown["staffRole"], shown["hasAccount"]],
      ["Inviting Site", "Olive Owner", "nora@new.example", "admin", false],
    );
    const joined = await house.ok<Joined>("identity.acceptInvitation", accept(token));
    assert.deepEqual(
      [joined.account.name, joined.staffRole, joined.tenant.id],
      ["Nora New", "admin", site.live.id],
    );
    const again = await house.ok<Joined>("identity.staffSignIn", { email: "nora@new.example", password });
    assert.equal(again.staffRole, "admin");
    assert.equal((await open()).length, 0);
    assert.equal(await house.refused("identity.acceptInvitation", accept(token)), "410 identity.link_gone");
    assert.equal(await house.refused("identity.inspectInvitation", { token }), "410 identity.link_gone");
    const [told] = await house.mailsTo(site.live, site.owner.email);
    assert.match(told?.text ?? "", /Nora New \(nora@new\.example\)/);
  });

  test("200 takes the password of an account there is, 401 another one, 409 who works here already", async () => {
    await invite(site.owner.email, "guest", other);
    const token = await tokenFor(site.owner.email, other);
    const shown = await house.ok<{ hasAccount: boolean }>("identity.inspectInvitation", { token });
    assert.equal(shown.hasAccount, true);
    assert.equal(
      await house.refused("identity.acceptInvitation", accept(token, { password: "harbour-violet-8" })),
      "401 identity.sign_in_failed",
    );
    const joined = await house.ok<Joined>("identity.acceptInvitation", { token, password });
    assert.deepEqual([joined.staffRole, joined.account.name], ["guest", "Olive Owner"]);
    assert.equal(
      await house.refused(
        "identity.createInvitation",
        { email: site.owner.email, staffRole: "guest" },
        { headers: await ownerOf(other) },
      ),
      "409 identity.already_in_team",
    );
  });

  test("the answer to inviting is the same for an address with an account elsewhere and one without", async () => {
    const known = await invite(other.owner.email);
    const unknown = await invite("stranger@new.example");
    assert.deepEqual(
      Object.keys(known).map((field) => [field, typeof known[field as keyof Invitation]]),
      Object.keys(unknown).map((field) => [field, typeof unknown[field as keyof Invitation]]),
    );
  });

  test("409 a second one for the address; sent again, the earlier link ends; taken back, 410", async () => {
    const { id } = await invite("twice@new.example");
    const headers = await ownerOf(site);
    assert.equal(
      await house.refused(
        "identity.createInvitation",
        { email: "twice@new.example", staffRole: "guest" },
        { headers },
      ),
      "409 identity.already_invited",
    );
    const first = await tokenFor("twice@new.example");
    await house.ok("identity.resendInvitation", { id }, { headers });
    const second = await tokenFor("twice@new.example");
    assert.notEqual(first, second);
    assert.equal(
      await house.refused("identity.inspectInvitation", { token: first }),
      "410 identity.link_gone",
    );
    await house.ok("identity.inspectInvitation", { token: second });
    await house.ok("identity.revokeInvitation", { id }, { headers });
    assert.equal(await house.refused("identity.acceptInvitation", accept(second)), "410 identity.link_gone");
    assert.equal(
      await house.refused("identity.resendInvitation", { id }, { headers }),
      "404 request.not_found",
    );
  });

  test("409 two who accept at once, one joins", async () => {
    await invite("race@new.example");
    const token = await tokenFor("race@new.example");
    const answers = await Promise.all([
      house.call("identity.acceptInvitation", accept(token)),
      house.call("identity.acceptInvitation", accept(token)),
    ]);
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    assert.equal(statuses[0], 200);
    assert.ok(statuses[1] === 409 || statuses[1] === 410, String(statuses[1]));
  });

  test("400 a new account without a name or with a common password", async () => {
    await invite("weak@new.example");
    const token = await tokenFor("weak@new.example");
    assert.equal(
      await house.refused("identity.acceptInvitation", { token, password }),
      "400 request.invalid_input",
    );
    assert.equal(
      await house.refused("identity.acceptInvitation", accept(token, { password: "password123" })),
      "400 identity.password_too_common",
    );
  });

  test("403 admins invite no owners, and colleagues without the permission nobody; 409 in a sandbox", async () => {
    await invite("second@new.example", "admin");
    const admin = await house.ok<Joined>(
      "identity.acceptInvitation",
      accept(await tokenFor("second@new.example")),
    );
    const owner = { email: "boss@new.example", staffRole: "owner" };
    assert.equal(
      await house.refused("identity.createInvitation", owner, { headers: bearer(admin.accessToken) }),
      "403 identity.owners_only",
    );
    const { id } = await invite("boss@new.example", "owner");
    for (const path of ["identity.resendInvitation", "identity.revokeInvitation"]) {
      assert.equal(
        await house.refused(path, { id }, { headers: bearer(admin.accessToken) }),
        "403 identity.owners_only",
      );
    }
    await invite("plain@new.example");
    const plain = await house.ok<Joined>(
      "identity.acceptInvitation",
      accept(await tokenFor("plain@new.example")),
    );
    const guest = { email: "more@new.example", staffRole: "guest" };
    assert.equal(
      await house.refused("identity.createInvitation", guest, { headers: bearer(plain.accessToken) }),
      "403 request.forbidden",
    );
    const inSandbox = await ownerOf(site, site.sandbox.id);
    assert.equal(
      await house.refused("identity.createInvitation", guest, { headers: inSandbox }),
      "409 identity.team_of_sandbox",
    );
  });

  test("410 after 7 days, and then the address can be invited anew", async () => {
    await invite("late@new.example");
    const token = await tokenFor("late@new.example");
    mock.timers.enable({ apis: ["Date"], now: nowMs() + 7 * day + 1000 });
    assert.equal(await house.refused("identity.acceptInvitation", accept(token)), "410 identity.link_gone");
    const expired = (await open()).find(({ email }) => email === "late@new.example");
    assert.equal(expired?.state, "expired");
    await invite("late@new.example");
    assert.equal((await open()).filter(({ email }) => email === "late@new.example").length, 1);
    mock.timers.reset();
  });
});
