import assert from "node:assert/strict";
import { after, before, describe, mock, test } from "node:test";
import { noTenant } from "../../../platform/scope/tenant.ts";
import { withinTenant } from "../../../platform/scope/open.ts";
import { hashPassword } from "../passwords.ts";
import { bearer, IdentityHouse, nowMs, type TestTenant } from "../testing.ts";
import { addAccount } from "./accounts.ts";
import { addMembership } from "./memberships.ts";

let house: IdentityHouse;
let site: TestTenant;
let other: TestTenant;

before(async () => {
  house = await IdentityHouse.open();
  site = await house.tenant("Staff Site");
  other = await house.tenant("Other Site");
});
after(async () => {
  await house.close();
  assert.deepEqual(house.bugs, []);
});

interface StaffSession {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly account: { readonly id: string };
  readonly tenant: { readonly id: string; readonly slug: string; readonly isSandbox: boolean } | null;
  readonly staffRole: string | null;
  readonly permissions: string[];
}

const password = "tulip-anvil-47";
let hash: string;

/** Adds somebody to a team and signs them in. */
async function join(
  tenant: TestTenant,
  staffRole: "owner" | "admin" | "member" | "guest",
  name: string,
): Promise<StaffSession> {
  hash ??= await hashPassword(password);
  const email = `${name}@team.example`;
  await house.within(noTenant, async (scope) => {
    const account = await addAccount(scope, { email, name, passwordHash: hash });
    await withinTenant(scope, tenant.live, (inside) => addMembership(inside, account!.id, staffRole));
  });
  return house.ok("identity.staffSignIn", { email, password });
}

const as = (session: Pick<StaffSession, "accessToken">) => ({ headers: bearer(session.accessToken) });
const register = (changes: object = {}) => ({
  tenantName: "Acme Coaching",
  name: "Ada Owner",
  email: "ada@acme.example",
  password,
  ...changes,
});

describe("registerTenant", () => {
  test("200 a site, its sandbox, keys of both, and the caller as owner", async () => {
    const made = await house.ok<
      StaffSession & { live: Record<string, string>; sandbox: Record<string, string> }
    >(
      "identity.registerTenant",
      register({ currency: "CNY", timeZone: "Asia/Shanghai", siteUrl: "https://www.acme.example/shop" }),
    );
    assert.equal(made.staffRole, "owner");
    assert.equal(made.tenant?.slug, "acme-coaching");
    assert.match(made.live["publishableKey"]!, /^pk_live_/);
    assert.match(made.sandbox["secretKey"]!, /^sk_test_/);
    const liveSite = await house.ok<{ currency: string; isSandbox: boolean }>(
      "tenancy.getSite",
      {},
      { headers: { "Tessera-Key": made.live["publishableKey"]!, Origin: "https://www.acme.example" } },
    );
    const sandboxSite = await house.ok<{ currency: string; isSandbox: boolean }>(
      "tenancy.getSite",
      {},
      { headers: { "Tessera-Key": made.sandbox["publishableKey"]! } },
    );
    assert.deepEqual(
      [liveSite.currency, liveSite.isSandbox, sandboxSite.currency, sandboxSite.isSandbox],
      ["CNY", false, "CNY", true],
    );
    const me = await house.ok<StaffSession>("identity.getStaffMe", {}, as(made));
    assert.equal(me.staffRole, "owner");
    assert.ok(me.permissions.includes("tenancy.keys"));
    assert.equal(
      (await house.call("identity.listMembers", {}, { headers: bearer(made.live["secretKey"]!) })).status,
      200,
    );
  });

  test("409 a taken short name, 200 a made-up one beside a namesake or in Chinese", async () => {
    assert.equal(
      await house.refused(
        "identity.registerTenant",
        register({ email: "b@acme.example", slug: "acme-coaching" }),
      ),
      "409 tenancy.slug_taken",
    );
    const twin = await house.ok<StaffSession>(
      "identity.registerTenant",
      register({ email: "c@acme.example" }),
    );
    assert.match(twin.tenant!.slug, /^acme-coaching-[a-z0-9]{6}$/);
    const chinese = await house.ok<StaffSession>(
      "identity.registerTenant",
      register({ email: "d@acme.example", tenantName: "北京教练" }),
    );
    assert.match(chinese.tenant!.slug, /^site-[a-z0-9]{6}$/);
  });

  test("401 an address with an account needs its password; with it, a second site", async () => {
    assert.equal(
      await house.refused(
        "identity.registerTenant",
        register({ password: "violet-hammer-9", slug: "second" }),
      ),
      "401 identity.sign_in_failed",
    );
    const second = await house.ok<StaffSession>("identity.registerTenant", register({ slug: "second-site" }));
    const { items } = await house.ok<{ items: { slug: string }[] }>(
      "identity.listMemberships",
      {},
      as(second),
    );
    assert.deepEqual(
      items.map(({ slug }) => slug),
      ["acme-coaching", "acme-coaching-test", "second-site", "second-site-test"],
    );
  });

  test("nothing is left of a refused registration", async () => {
    await house.refused(
      "identity.registerTenant",
      register({ email: "ghost@acme.example", slug: "acme-coaching" }),
    );
    const { rows } = await house.admin.query("select 1 from accounts where email = 'ghost@acme.example'");
    assert.equal(rows.length, 0);
  });
});

describe("staff sign-in", () => {
  test("401 wrong password, unknown address and a member's password alike", async () => {
    await house.ok(
      "identity.signUp",
      { email: "member@site.example", password, name: "Mem" },
      { headers: site.key },
    );
    for (const input of [
      { email: site.owner.email, password: "wrong-wrong" },
      { email: "nobody@site.example", password },
      { email: "member@site.example", password },
    ]) {
      assert.equal(await house.refused("identity.staffSignIn", input), "401 identity.sign_in_failed");
    }
  });

  test("200 in the sandbox, where the roles are those of the live site", async () => {
    const session = await house.ok<StaffSession>("identity.staffSignIn", {
      ...site.owner,
      tenantId: site.sandbox.id,
    });
    assert.deepEqual([session.tenant?.isSandbox, session.staffRole], [true, "owner"]);
    assert.equal((await house.call("tenancy.listKeys", {}, as(session))).status, 200);
  });

  test("403 a site the person does not belong to", async () => {
    assert.equal(
      await house.refused("identity.staffSignIn", { ...site.owner, tenantId: other.live.id }),
      "403 identity.no_membership",
    );
  });

  test("another audience than members: neither token opens the other's door", async () => {
    const staff = await house.ok<StaffSession>("identity.staffSignIn", site.owner);
    const member = await house.signIn(site, "client@site.example");
    assert.equal(
      await house.refused("tenancy.listKeys", {}, { headers: site.key }),
      "401 request.unauthenticated",
    );
    assert.equal(await house.refused("tenancy.listKeys", {}, as(member)), "403 request.forbidden");
    assert.equal(await house.refused("identity.getMe", {}, as(staff)), "403 request.forbidden");
    assert.equal((await house.call("tenancy.listKeys", {}, as(staff))).status, 200);
  });

  test("shorter than a member's: 30 minutes, refreshed for 12 hours", async (t) => {
    const session = await house.ok<StaffSession & { accessExpiresAt: string }>(
      "identity.staffSignIn",
      site.owner,
    );
    assert.ok(Math.abs(Date.parse(session.accessExpiresAt) - nowMs() - 1_800_000) < 5000);
    const next = await house.ok<StaffSession>("identity.staffRefresh", {
      refreshToken: session.refreshToken,
    });
    assert.equal(next.tenant?.id, site.live.id);
    t.after(() => mock.timers.reset());
    mock.timers.enable({ apis: ["Date"], now: nowMs() + 12 * 3_600_000 + 1000 });
    assert.equal(
      await house.refused("identity.staffRefresh", { refreshToken: next.refreshToken }),
      "401 identity.session_ended",
    );
  });

  test("401 after signing out", async () => {
    const session = await house.ok<StaffSession>("identity.staffSignIn", site.owner);
    await house.ok("identity.staffSignOut", {}, as(session));
    assert.equal((await house.call("identity.getStaffMe", {}, as(session))).status, 401);
    assert.equal(
      await house.refused("identity.staffRefresh", { refreshToken: session.refreshToken }),
      "401 identity.session_ended",
    );
  });

  test("switching opens a session of its own; 404 a site of others", async () => {
    const session = await house.ok<StaffSession>("identity.staffSignIn", site.owner);
    const there = await house.ok<StaffSession>(
      "identity.switchTenant",
      { tenantId: site.sandbox.id },
      as(session),
    );
    assert.equal(there.tenant?.isSandbox, true);
    assert.equal(
      (await house.call("identity.getStaffMe", {}, as(there))).body.result.data.tenant.id,
      site.sandbox.id,
    );
    assert.equal(
      (await house.call("identity.getStaffMe", {}, as(session))).body.result.data.tenant.id,
      site.live.id,
    );
    for (const tenantId of [other.live.id, other.sandbox.id, "0195f000-0000-7000-8000-000000000001"]) {
      assert.equal(
        await house.refused("identity.switchTenant", { tenantId }, as(session)),
        "404 request.not_found",
      );
    }
  });
});

describe("team", () => {
  test("the matrix: who may do what", async () => {
    const team = {
      owner: await house.ok<StaffSession>("identity.staffSignIn", site.owner),
      admin: await join(site, "admin", "adam"),
      member: await join(site, "member", "mia"),
      guest: await join(site, "guest", "gus"),
    };
    const matrix: Record<string, Record<keyof typeof team, number>> = {
      "tenancy.getSettings": { owner: 200, admin: 200, member: 200, guest: 200 },
      "tenancy.listKeys": { owner: 200, admin: 200, member: 403, guest: 403 },
      "identity.listMembers": { owner: 200, admin: 200, member: 200, guest: 200 },
      "identity.listTeam": { owner: 200, admin: 200, member: 200, guest: 200 },
    };
    const writes: Record<string, [object, Record<keyof typeof team, number>]> = {
      "tenancy.updateSettings": [{ changes: {} }, { owner: 200, admin: 200, member: 403, guest: 403 }],
      "tenancy.createKey": [
        { kind: "publishable", name: "K" },
        { owner: 200, admin: 200, member: 403, guest: 403 },
      ],
      "identity.createMember": [
        { email: "", name: "" },
        { owner: 400, admin: 400, member: 403, guest: 403 },
      ],
      "identity.updateTeamMember": [
        { id: team.guest.account.id },
        { owner: 200, admin: 200, member: 403, guest: 403 },
      ],
    };
    for (const role of Object.keys(team) as (keyof typeof team)[]) {
      for (const [path, expected] of Object.entries(matrix)) {
        assert.equal((await house.call(path, {}, as(team[role]))).status, expected[role], `${role} ${path}`);
      }
      for (const [path, [input, expected]] of Object.entries(writes)) {
        assert.equal(
          (await house.call(path, input, as(team[role]))).status,
          expected[role],
          `${role} ${path}`,
        );
      }
    }
  });

  test("a permission granted or taken away counts from the next call on, and is shown", async () => {
    const owner = await house.ok<StaffSession>("identity.staffSignIn", site.owner);
    const helper = await join(site, "guest", "helper");
    assert.equal(
      await house.refused("identity.createMember", { email: "n@p.example", name: "N" }, as(helper)),
      "403 request.forbidden",
    );
    await house.ok(
      "identity.updateTeamMember",
      { id: helper.account.id, granted: ["identity.members"] },
      as(owner),
    );
    assert.ok(await house.ok("identity.createMember", { email: "n@p.example", name: "N" }, as(helper)));
    assert.ok(
      (await house.ok<StaffSession>("identity.getStaffMe", {}, as(helper))).permissions.includes(
        "identity.members",
      ),
    );
    await house.ok(
      "identity.updateTeamMember",
      { id: helper.account.id, granted: [], denied: ["identity.view_members"] },
      as(owner),
    );
    assert.equal(await house.refused("identity.listMembers", {}, as(helper)), "403 request.forbidden");
    assert.equal(
      await house.refused(
        "identity.updateTeamMember",
        { id: helper.account.id, granted: ["no.such"] },
        as(owner),
      ),
      "400 request.invalid_input",
    );
  });

  test("403 an admin makes, changes and removes no owner", async () => {
    const owner = await house.ok<StaffSession>("identity.staffSignIn", site.owner);
    const admin = await join(site, "admin", "ambitious");
    for (const [path, input] of [
      ["identity.updateTeamMember", { id: admin.account.id, staffRole: "owner" }],
      ["identity.updateTeamMember", { id: owner.account.id, staffRole: "guest" }],
      ["identity.removeTeamMember", { id: owner.account.id }],
    ] as const) {
      assert.equal(await house.refused(path, input, as(admin)), "403 identity.owners_only");
    }
  });

  test("409 the last owner stays, also when two owners leave at once", async () => {
    const owner = await house.ok<StaffSession>("identity.staffSignIn", other.owner);
    assert.equal(
      await house.refused("identity.removeTeamMember", { id: owner.account.id }, as(owner)),
      "409 identity.last_owner",
    );
    assert.equal(
      await house.refused(
        "identity.updateTeamMember",
        { id: owner.account.id, staffRole: "admin" },
        as(owner),
      ),
      "409 identity.last_owner",
    );
    const second = await join(other, "owner", "second-owner");
    const answers = await Promise.all([
      house.call("identity.removeTeamMember", { id: owner.account.id }, as(second)),
      house.call("identity.removeTeamMember", { id: second.account.id }, as(owner)),
    ]);
    const { rows } = await house.admin.query(
      "select 1 from memberships where tenant_id = $1 and staff_role = 'owner'",
      [other.live.id],
    );
    assert.equal(rows.length, 1);
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  });

  test("removed means out: 401 on the live site and in the sandbox, at once", async () => {
    const owner = await house.ok<StaffSession>("identity.staffSignIn", site.owner);
    const leaver = await join(site, "admin", "leaver");
    const sandbox = await house.ok<StaffSession>(
      "identity.switchTenant",
      { tenantId: site.sandbox.id },
      as(leaver),
    );
    await house.ok("identity.removeTeamMember", { id: leaver.account.id }, as(owner));
    for (const session of [leaver, sandbox]) {
      assert.equal((await house.call("identity.getStaffMe", {}, as(session))).status, 401);
      assert.equal(
        await house.refused("identity.staffRefresh", { refreshToken: session.refreshToken }),
        "401 identity.session_ended",
      );
    }
    assert.equal(
      await house.refused("identity.staffSignIn", { email: "leaver@team.example", password }),
      "403 identity.no_membership",
    );
    assert.equal(
      await house.refused("identity.removeTeamMember", { id: leaver.account.id }, as(owner)),
      "404 request.not_found",
    );
  });

  test("404 somebody of another team; 409 in a sandbox", async () => {
    const owner = await house.ok<StaffSession>("identity.staffSignIn", site.owner);
    const stranger = await join(other, "guest", "stranger");
    assert.equal(
      await house.refused(
        "identity.updateTeamMember",
        { id: stranger.account.id, staffRole: "admin" },
        as(owner),
      ),
      "404 request.not_found",
    );
    const sandbox = await house.ok<StaffSession>(
      "identity.switchTenant",
      { tenantId: site.sandbox.id },
      as(owner),
    );
    assert.equal(
      await house.refused("identity.removeTeamMember", { id: owner.account.id }, as(sandbox)),
      "409 identity.team_of_sandbox",
    );
  });
});

describe("operators", () => {
  test("200 an operator, 401 anybody else, and no site's door opens to the token", async () => {
    await house.within(noTenant, async (scope) =>
      addAccount(scope, {
        email: "op@tessera.example",
        name: "Op",
        passwordHash: await hashPassword(password),
        isOperator: true,
      }),
    );
    const session = await house.ok<StaffSession>("identity.operatorSignIn", {
      email: "op@tessera.example",
      password,
    });
    assert.deepEqual([session.tenant, session.staffRole], [null, null]);
    assert.equal(await house.refused("identity.operatorSignIn", site.owner), "401 identity.sign_in_failed");
    assert.equal((await house.call("tenancy.listKeys", {}, as(session))).status, 400);
    assert.ok(
      (await house.ok<StaffSession>("identity.staffRefresh", { refreshToken: session.refreshToken }))
        .accessToken,
    );
    await house.ok("identity.staffSignOut", {}, as(session));
    assert.equal((await house.call("identity.staffSignOut", {}, as(session))).status, 401);
  });
});
