import assert from "node:assert/strict";
import { after, before, describe, mock, test } from "node:test";
import { newId } from "../../platform/ids.ts";
import { bearer, IdentityHouse, nowMs, type TestTenant } from "../identity/testing.ts";
import { forgetKey, forgetTenant } from "./directory.ts";
import { switchOff, switchOn } from "./licences/switch-module.ts";
import { makeKey } from "./key-format.ts";
import { setPlan } from "./plans/set-plan.ts";
import { mailBrandOf } from "./settings.ts";
import { lockTenant } from "./tenant-row.ts";

let house: IdentityHouse;
let site: TestTenant;
let other: TestTenant;
let owner: { headers: Record<string, string> };

const settings = { tenancy: { allowedOrigins: ["https://a.example"], brand: { colour: "#112233" } } };

before(async () => {
  house = await IdentityHouse.open();
  site = await house.tenant("First", settings);
  other = await house.tenant("Second", { tenancy: { allowedOrigins: ["https://b.example"] } });
  const { accessToken } = await house.ok<{ accessToken: string }>("identity.staffSignIn", site.owner);
  owner = { headers: bearer(accessToken) };
});
after(async () => {
  await house.close();
  assert.deepEqual(house.bugs, []);
});

interface Key {
  readonly id: string;
  readonly token: string;
  readonly hint: string;
  readonly scopes: string[];
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
}

const keyed = (key: string, headers: object = {}) => ({ headers: { "Tessera-Key": key, ...headers } });
const statusOfKey = async (key: string, headers: object = {}) =>
  (await house.call("tenancy.getSite", {}, keyed(key, headers))).status;
const createKey = (input: object) =>
  house.ok<Key>("tenancy.createKey", { kind: "secret", name: "Test", ...input }, owner);
const serverStatus = async (token: string, path = "identity.listMembers", input: object = {}) =>
  (await house.call(path, input, { headers: bearer(token) })).status;

describe("naming the site", () => {
  test("200 by publishable key, secret key, staff token; as a cacheable GET with the key in the URL", async () => {
    const expected = {
      name: "First",
      slug: "first",
      isSandbox: false,
      locale: "en",
      locales: ["en"],
      currency: "EUR",
      timeZone: "UTC",
      poweredBy: true,
    };
    const { modules, brand, ...shown } = await house.ok<{ modules: string[]; brand: object }>(
      "tenancy.getSite",
      {},
      { headers: site.key },
    );
    assert.deepEqual(shown, expected);
    assert.deepEqual(brand, { colour: "#112233", logoUrl: null, productName: "First" });
    assert.ok(modules.includes("booking"));
    assert.equal(
      (await house.call("tenancy.getSite", {}, { headers: bearer(site.liveKeys.secretKey) })).status,
      200,
    );
    assert.equal((await house.call("tenancy.getSite", {}, owner)).status, 200);
    const byUrl = `/tenancy/site?key=${site.liveKeys.publishableKey}`;
    const { status, headers, body } = await house.rest("get", byUrl);
    assert.equal(status, 200);
    assert.match(headers["cache-control"] as string, /^public, max-age=\d+/);
    assert.equal(body.slug, "first");
    for (const sent of [other.key, site.key, bearer(site.liveKeys.secretKey)]) {
      const answer = await house.rest("get", byUrl).set(sent);
      assert.equal(answer.headers["cache-control"], "no-store", "kept under the wrong site's URL");
    }
  });

  test("400 no site, 401 an unknown key, 403 keys of two sites", async () => {
    assert.equal(await house.refused("tenancy.getSite", {}), "400 request.tenant_required");
    const unknown = makeKey("publishable", site.live).token;
    for (const key of [
      unknown,
      makeKey("publishable", { id: newId(new Date(nowMs())), isSandbox: false }).token,
      "pk_live_x",
      "nonsense",
      site.liveKeys.secretKey,
    ]) {
      assert.equal(await house.refused("tenancy.getSite", {}, keyed(key)), "401 request.key_invalid", key);
    }
    assert.equal(
      await house.refused("tenancy.getSite", {}, { headers: bearer(makeKey("secret", site.live).token) }),
      "401 request.key_invalid",
    );
    const mixed = {
      headers: { ...bearer(site.liveKeys.secretKey), "Tessera-Key": other.liveKeys.publishableKey },
    };
    assert.equal(await house.refused("tenancy.getSite", {}, mixed), "403 request.tenant_mismatch");
  });

  test("403 a page that is not on the list, without leave to read the answer", async () => {
    const ask = (origin: string, key = site.liveKeys.publishableKey) =>
      house.call("tenancy.getSite", {}, keyed(key, { Origin: origin }));
    const good = await ask("https://a.example");
    assert.equal(good.status, 200);
    assert.equal(good.headers["access-control-allow-origin"], "https://a.example");
    for (const origin of [
      "https://b.example",
      "https://a.example.evil",
      "https://evil.example",
      "null",
      "http://a.example",
      "http://localhost:3000",
    ]) {
      const answer = await ask(origin);
      assert.equal(answer.status, 403, origin);
      assert.equal(answer.body.error.data.code, "request.origin_not_allowed");
      assert.equal(answer.headers["access-control-allow-origin"], undefined, origin);
    }
    assert.equal((await ask("http://localhost:3000", site.sandboxKeys.publishableKey)).status, 200);
  });

  test("a preflight passes for an origin of any site, and for no other", async () => {
    const preflight = (origin: string) =>
      house.rest("options", "/rpc").set({ Origin: origin, "Access-Control-Request-Method": "POST" });
    assert.equal(
      (await preflight("https://b.example")).headers["access-control-allow-origin"],
      "https://b.example",
    );
    assert.equal((await preflight("https://evil.example")).headers["access-control-allow-origin"], undefined);
  });

  test("401 a publishable key at a private door", async () => {
    for (const path of [
      "tenancy.listKeys",
      "tenancy.getSettings",
      "identity.listMembers",
      "identity.getMe",
    ]) {
      assert.equal(await house.refused(path, {}, { headers: site.key }), "401 request.unauthenticated", path);
    }
  });

  test("403 at a suspended site, and open again afterwards", async () => {
    await house.admin.query("update tenants set status = 'suspended' where id = $1", [other.live.id]);
    forgetTenant(other.live.id);
    assert.equal(
      await house.refused("tenancy.getSite", {}, { headers: other.key }),
      "403 request.tenant_suspended",
    );
    await house.admin.query("update tenants set status = 'active' where id = $1", [other.live.id]);
    forgetTenant(other.live.id);
    assert.equal(await statusOfKey(other.liveKeys.publishableKey), 200);
  });
});

describe("keys", () => {
  test("a secret is shown once and stored as a hash; a publishable key is shown always", async () => {
    const secret = await createKey({ name: "Server 2" });
    const publishable = await createKey({ kind: "publishable", name: "Shop" });
    const { items } = await house.ok<{ items: Key[] }>("tenancy.listKeys", {}, owner);
    const listed = (id: string) => items.find((key) => key.id === id);
    assert.equal(listed(secret.id)?.token, null);
    assert.match(listed(secret.id)!.hint, new RegExp(`^sk_live_….*${secret.token.slice(-4)}$`));
    assert.equal(listed(publishable.id)?.token, publishable.token);
    const { rows } = await house.admin.query("select * from api_keys");
    assert.ok(!JSON.stringify(rows).includes(secret.token.slice(12)));
    assert.equal(await serverStatus(secret.token), 200);
  });

  test("a repeat under one Idempotency-Key shows no secret again and makes no second key", async () => {
    const once = { headers: { ...owner.headers, "Idempotency-Key": newId(new Date(nowMs())) } };
    const input = { kind: "secret", name: "Once" };
    await house.ok("tenancy.createKey", input, once);
    assert.equal(await house.refused("tenancy.createKey", input, once), "409 request.already_done");
    const { items } = await house.ok<{ items: { name: string }[] }>(
      "tenancy.listKeys",
      { limit: 100 },
      owner,
    );
    assert.equal(items.filter(({ name }) => name === "Once").length, 1);
  });

  test("401 a revoked key, at once here and within five seconds elsewhere", async () => {
    const here = await createKey({});
    assert.equal(await serverStatus(here.token), 200);
    await house.ok("tenancy.revokeKey", { id: here.id }, owner);
    assert.equal(await serverStatus(here.token), 401);

    const elsewhere = await createKey({});
    assert.equal(await serverStatus(elsewhere.token), 200);
    await house.admin.query("update api_keys set revoked_at = now() where id = $1", [elsewhere.id]);
    const start = nowMs();
    while ((await serverStatus(elsewhere.token)) === 200) {
      assert.ok(nowMs() - start < 5000, "still good after 5 s");
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });

  test("rolling: both keys work during the overlap, then the new one alone", async (t) => {
    const old = await createKey({ scopes: ["identity.view_members"] });
    const fresh = await house.ok<Key>("tenancy.rollKey", { id: old.id, overlapHours: 2 }, owner);
    assert.deepEqual(fresh.scopes, ["identity.view_members"]);
    assert.deepEqual([await serverStatus(old.token), await serverStatus(fresh.token)], [200, 200]);
    t.after(() => mock.timers.reset());
    mock.timers.enable({ apis: ["Date"], now: nowMs() + 2 * 3_600_000 + 1 });
    assert.deepEqual([await serverStatus(old.token), await serverStatus(fresh.token)], [401, 200]);
    mock.timers.reset();

    const gone = await createKey({});
    await house.ok("tenancy.rollKey", { id: gone.id, overlapHours: 0 }, owner);
    assert.equal(await serverStatus(gone.token), 401);
    assert.equal(await house.refused("tenancy.rollKey", { id: gone.id }, owner), "409 tenancy.key_ended");
  });

  test("a key does what its scopes say, also acting for a member", async () => {
    const narrow = await createKey({ scopes: ["identity.view_members"] });
    assert.equal(await serverStatus(narrow.token), 200);
    assert.equal(
      await serverStatus(narrow.token, "identity.createMember", { email: "a@b.example", name: "A" }),
      403,
    );
    const { member } = await house.signIn(site, "acting@person.example");
    const acting = (id: string, token = site.liveKeys.secretKey) =>
      house.call("identity.getMe", {}, { headers: { ...bearer(token), "Tessera-Acting-For": id } });
    assert.equal((await acting(member.id)).body.result.data.id, member.id);
    assert.equal((await acting(member.id, other.liveKeys.secretKey)).status, 404);
    for (const id of [newId(new Date(nowMs())), "nonsense"]) assert.equal((await acting(id)).status, 404);
    await house.ok(
      "identity.deactivateMember",
      { id: member.id },
      { headers: bearer(site.liveKeys.secretKey) },
    );
    assert.equal((await acting(member.id)).status, 404);
  });

  test("last use is written down, to the minute", async () => {
    const key = await createKey({});
    await serverStatus(key.token);
    for (let tries = 0; ; tries++) {
      const { items } = await house.ok<{ items: Key[] }>("tenancy.listKeys", { limit: 100 }, owner);
      if (items.find(({ id }) => id === key.id)?.lastUsedAt) break;
      assert.ok(tries < 40, "never written");
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });

  test("404 another site's key, 400 unknown scopes and cursors of others", async () => {
    const { rows } = await house.admin.query<{ id: string }>("select id from api_keys where tenant_id = $1", [
      other.live.id,
    ]);
    for (const path of ["tenancy.revokeKey", "tenancy.rollKey"]) {
      assert.equal(await house.refused(path, { id: rows[0]!.id }, owner), "404 request.not_found");
      assert.equal(
        await house.refused(path, { id: newId(new Date(nowMs())) }, owner),
        "404 request.not_found",
      );
    }
    assert.equal(
      await house.refused("tenancy.createKey", { kind: "secret", name: "X", scopes: ["no.such"] }, owner),
      "400 request.invalid_input",
    );
    const { accessToken } = await house.ok<{ accessToken: string }>("identity.staffSignIn", other.owner);
    const { nextCursor } = await house.ok<{ nextCursor: string }>(
      "tenancy.listKeys",
      { limit: 1 },
      { headers: bearer(accessToken) },
    );
    assert.equal(
      await house.refused("tenancy.listKeys", { cursor: nextCursor }, owner),
      "400 request.invalid_input",
    );
  });

  test("pages follow each other without gap or repeat", async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: Key[]; nextCursor: string | null } = await house.ok(
        "tenancy.listKeys",
        { limit: 3, includeEnded: true, ...(cursor !== null && { cursor }) },
        owner,
      );
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    const { rows } = await house.admin.query(
      "select id from api_keys where tenant_id = $1 order by id desc",
      [site.live.id],
    );
    assert.deepEqual(
      seen,
      rows.map(({ id }) => id as string),
    );
  });

  test("a key forgotten by the directory is found again", async () => {
    forgetKey("nothing");
    assert.equal(await statusOfKey(site.liveKeys.publishableKey), 200);
  });
});

describe("settings", () => {
  const update = (changes: object, version?: number) => ({
    path: "tenancy.updateSettings",
    input: { changes, ...(version !== undefined && { version }) },
  });
  const ok = (changes: object) => {
    const { path, input } = update(changes);
    return house.ok<{
      version: number;
      settings: Record<string, Record<string, unknown>>;
      mayHidePoweredBy: boolean;
    }>(path, input, owner);
  };

  test("a change counts from the next request on, leaves the rest, and is in the audit log", async () => {
    const before = await ok({
      tenancy: { currency: "CNY", brand: { productName: "First & Co" } },
      identity: { sessions: { refreshHours: 48 } },
    });
    const shown = await house.ok<{ currency: string; brand: object }>(
      "tenancy.getSite",
      {},
      { headers: site.key },
    );
    assert.deepEqual(
      [shown.currency, shown.brand],
      ["CNY", { colour: "#112233", logoUrl: null, productName: "First & Co" }],
    );
    assert.equal((before.settings["identity"]!["sessions"] as { refreshHours: number }).refreshHours, 48);
    const session = await house.signIn(site, "long@person.example");
    assert.ok((await house.refreshEnd(session)).getTime() - nowMs() > 47 * 3_600_000);
    const { rows } = await house.admin.query(
      "select before, after, actor_kind from audit_entries where action = 'tenancy.update_settings' order by at desc limit 1",
    );
    assert.deepEqual(rows[0].before.tenancy, { currency: null, brand: { colour: "#112233" } });
    assert.equal(rows[0].after.tenancy.currency, "CNY");
    assert.equal(rows[0].actor_kind, "staff");
  });

  test("200 a time zone by any of its names is known by the one it has now", async () => {
    const { settings: now } = await ok({ tenancy: { timeZone: "asia/Calcutta" } });
    assert.equal(now["tenancy"]!["timeZone"], "Asia/Kolkata");
  });

  test("409 when somebody else was faster, 200 on the newest version", async () => {
    const { version } = await ok({});
    const stale = update({ tenancy: { timeZone: "Europe/Berlin" } }, version - 1);
    assert.equal(await house.refused(stale.path, stale.input, owner), "409 request.conflict");
    const newest = update({ tenancy: { timeZone: "Europe/Berlin" } }, version);
    assert.ok(await house.ok(newest.path, newest.input, owner));
  });

  test("400 with the path of each field that is wrong, and nothing changed", async () => {
    const { version, settings: before } = await ok({});
    const cases: [object, string][] = [
      [{ tenancy: { currency: "EURO" } }, "changes.tenancy.currency"],
      [{ tenancy: { timeZone: "Mars/Base" } }, "changes.tenancy.timeZone"],
      [
        { tenancy: { allowedOrigins: ["https://ok.example", "https://a.example/path"] } },
        "changes.tenancy.allowedOrigins.1",
      ],
      [{ tenancy: { brand: { colour: "red" } } }, "changes.tenancy.brand.colour"],
      [{ tenancy: { brand: { logoUrl: "javascript:alert(1)" } } }, "changes.tenancy.brand.logoUrl"],
      [{ tenancy: { brand: { mailSenderName: "A\r\nBcc: x" } } }, "changes.tenancy.brand.mailSenderName"],
      [{ tenancy: { poweredBy: "false" } }, "changes.tenancy.poweredBy"],
      [{ tenancy: { limits: { visitorsPerMinute: 0 } } }, "changes.tenancy.limits.visitorsPerMinute"],
      [{ tenancy: { isAdmin: true } }, "changes.tenancy.isAdmin"],
      [{ tenancy: { brand: { css: "x" } } }, "changes.tenancy.brand.css"],
      [{ nothing: { a: 1 } }, "changes.nothing"],
      [{ identity: { signUpRoles: ["admin"] } }, "changes.identity.signUpRoles.0"],
      [{ identity: { sessions: { accessMinutes: 600 } } }, "changes.identity.sessions.accessMinutes"],
    ];
    for (const [changes, path] of cases) {
      const { status, body } = await house.call("tenancy.updateSettings", { changes }, owner);
      assert.equal(status, 400, path);
      assert.deepEqual(
        body.error.data.fields.map((field: { path: string[] }) => field.path.join(".")),
        [path],
      );
    }
    assert.deepEqual(await house.ok("tenancy.getSettings", {}, owner), {
      version,
      settings: before,
      mayHidePoweredBy: true,
    });
  });

  test("two people change different settings at once: both changes stay", async () => {
    await Promise.all([
      ok({ tenancy: { locale: "ar", locales: ["ar", "en"] } }),
      ok({ tenancy: { poweredBy: false } }),
    ]);
    const { settings: now } = await ok({});
    assert.deepEqual([now["tenancy"]!["locale"], now["tenancy"]!["poweredBy"]], ["ar", false]);
  });

  test("402 leaving out Tessera on a plan that names it; a site that did names it again after changing to such a plan", async () => {
    const shown = async (headers: Record<string, string>) =>
      (await house.ok<{ poweredBy: boolean }>("tenancy.getSite", {}, { headers })).poweredBy;
    const named = async () =>
      mailBrandOf(await house.within(site.live, (scope) => lockTenant(scope))).poweredBy;
    const { path, input } = update({ tenancy: { poweredBy: false, brand: { productName: "Mine" } } });
    await ok({ tenancy: { poweredBy: false } });
    assert.deepEqual([await shown(site.key), await named()], [false, false]);

    await house.within(site.live, (scope) => setPlan(scope, "starter"));
    assert.deepEqual([await shown(site.key), await named()], [true, true]);
    const { settings: before, mayHidePoweredBy } = await ok({});
    assert.equal(mayHidePoweredBy, false);
    assert.equal(await house.refused(path, input, owner), "402 tenancy.plan_names_tessera");
    assert.deepEqual((await ok({})).settings, before);
    await ok({ tenancy: { brand: { mailSenderName: "Others change" } } });

    await house.within(site.live, (scope) => setPlan(scope, "enterprise"));
    assert.deepEqual([await shown(site.key), await named()], [false, false]);
    await ok({ tenancy: { poweredBy: true, brand: { mailSenderName: "" } } });
    assert.equal(await shown(site.key), true);
  });

  test("the parts in use are shown", async () => {
    await house.within(site.live, (scope) => switchOff(scope, "matching"));
    const { modules } = await house.ok<{ modules: string[] }>("tenancy.getSite", {}, { headers: site.key });
    assert.ok(!modules.includes("matching") && modules.includes("booking"));
    await house.within(site.live, (scope) => switchOn(scope, "matching"));
  });
});

describe("sandbox", () => {
  test("409 a second one, and none of a sandbox", async () => {
    assert.equal(await house.refused("tenancy.createSandbox", {}, owner), "409 tenancy.sandbox_exists");
    const sandbox = await house.ok<{ accessToken: string }>(
      "identity.switchTenant",
      { tenantId: site.sandbox.id },
      owner,
    );
    assert.equal(
      await house.refused("tenancy.createSandbox", {}, { headers: bearer(sandbox.accessToken) }),
      "409 tenancy.sandbox_of_sandbox",
    );
  });

  test("it copied the settings and shares nothing afterwards", async () => {
    const { brand } = await house.ok<{ brand: { colour: string } }>(
      "tenancy.getSite",
      {},
      { headers: { "Tessera-Key": site.sandboxKeys.publishableKey } },
    );
    assert.equal(brand.colour, "#112233");
    await house.ok(
      "tenancy.updateSettings",
      { changes: { tenancy: { brand: { colour: "#445566" } } } },
      owner,
    );
    const after = await house.ok<{ brand: { colour: string } }>(
      "tenancy.getSite",
      {},
      { headers: { "Tessera-Key": site.sandboxKeys.publishableKey } },
    );
    assert.equal(after.brand.colour, "#112233");
    const { member } = await house.signIn(site, "only-live@person.example");
    assert.equal(
      (
        await house.call(
          "identity.getMember",
          { id: member.id },
          { headers: bearer(site.sandboxKeys.secretKey) },
        )
      ).status,
      404,
    );
  });
});

test("the runtime sees no key of a tenant it was not told to work for", async () => {
  const rows = await house.within(
    other.live,
    (scope) => scope.sql<{ tenantId: string }>`select tenant_id from api_keys`,
  );
  assert.ok(rows.length > 0 && rows.every(({ tenantId }) => tenantId === other.live.id));
});
