import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import pg from "pg";
import { TestHouse, type TestSite } from "../../../test/house.ts";
import { wallClock } from "../../platform/clock.ts";

let house: TestHouse;
let site: TestSite;
let other: TestSite;
let staff: { headers: Record<string, string> };

interface Entry {
  readonly id: string;
  readonly at: string;
  readonly actor: { readonly kind: string; readonly id: string | null; readonly name: string | null };
  readonly action: string;
  readonly entity: { readonly kind: string; readonly id: string };
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
  readonly ip: string | null;
}

interface Page {
  readonly items: Entry[];
  readonly nextCursor: string | null;
}

before(async () => {
  house = await TestHouse.open({ works: false });
  [site, other] = [await house.site(), await house.site()];
  staff = { headers: await site.staff() };
  for (const name of ["first", "second", "third"])
    await house.ok("tenancy.createKey", { kind: "publishable", name }, staff);
  await house.ok(
    "identity.createMember",
    { email: "mia@site.example", name: "Mia" },
    { headers: site.server },
  );
});
after(async () => {
  await house.close();
  assert.deepEqual(house.bugs, []);
});

const list = (input: object = {}, by = staff) => house.ok<Page>("insights.listAudit", input, by);

describe("insights.listAudit", () => {
  test("200 who, when, what, from where, with the names of accounts and keys", async () => {
    const { items } = await list();
    const [made, key] = items;
    assert.equal(made!.action, "identity.create_member");
    assert.equal(made!.actor.kind, "server");
    assert.equal(key!.action, "tenancy.create_key");
    assert.deepEqual(key!.actor.name, "Olive Owner");
    assert.equal(key!.ip, "203.0.113.1");
    assert.equal(key!.before, null);
    assert.equal(key!.after?.["name"], "third");
    assert.ok(Math.abs(Date.parse(key!.at) - wallClock().getTime()) < 60_000);
  });

  test("200 narrowed by actor, operation, module, target and time", async () => {
    const everything = (await list()).items;
    const entry = everything.at(-1)!;
    const count = async (input: object) => (await list(input)).items.length;
    assert.equal(await count({ actorKind: "server" }), 1);
    assert.equal(await count({ actorKind: "staff", actorId: entry.actor.id }), 3);
    assert.equal(await count({ action: "tenancy" }), 3);
    assert.equal(await count({ action: "tenancy.create_key" }), 3);
    assert.equal(await count({ action: "tenancy.create" }), 0);
    assert.equal(await count({ entityKind: entry.entity.kind, entityId: entry.entity.id }), 1);
    assert.equal(await count({ from: everything[0]!.at }), 1);
    assert.equal(await count({ until: everything[0]!.at }), 3);
  });

  test("200 in either order, page by page, without a gap or a repeat", async () => {
    for (const sort of ["at", "-at", "action", "-action"]) {
      const whole = (await list({ sort })).items.map(({ id }) => id);
      const walked: string[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page: Page = await list({ sort, limit: 1, ...(cursor && { cursor }) });
        walked.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      assert.equal(whole.length, 4);
      assert.deepEqual(walked, whole, sort);
    }
    const actions = (await list({ sort: "action" })).items.map(({ action }) => action);
    assert.deepEqual(actions, actions.toSorted());
  });

  test("400 a column that is not offered, a cursor of another order, of another site, with a value no instant has", async () => {
    const { nextCursor } = await list({ limit: 1 });
    const theirs = { headers: await other.staff() };
    const crafted = Buffer.from(JSON.stringify([site.live.id, "-at", "soon", "x"])).toString("base64url");
    for (const [input, by] of [
      [{ sort: "ip" }, staff],
      [{ sort: "at; drop table members" }, staff],
      [{ sort: "at", cursor: nextCursor }, staff],
      [{ cursor: crafted }, staff],
      [{ cursor: nextCursor }, theirs],
    ] as const)
      assert.equal(await house.refused("insights.listAudit", input, by), "400 request.invalid_input");
  });

  test("200 nothing of another site, 403 without the permission", async () => {
    assert.deepEqual((await list({}, { headers: await other.staff() })).items, []);
    const { token } = await house.ok<{ token: string }>(
      "tenancy.createKey",
      { kind: "secret", name: "narrow", scopes: ["orders.view"] },
      staff,
    );
    const narrow = { headers: { Authorization: `Bearer ${token}` } };
    assert.equal(await house.refused("insights.listAudit", {}, narrow), "403 request.forbidden");
  });

  test("no role the product runs with can change, delete or empty the log", async () => {
    for (const role of ["app_rt", "app_relay", "app_operator"] as const) {
      const client = new pg.Client({ connectionString: house.database.url(role) });
      await client.connect();
      await client.query("set default_transaction_read_only = off");
      await client.query("select set_config('app.tenant_id', $1, false)", [site.live.id]);
      for (const statement of [
        "update audit_entries set action = 'nothing.happened'",
        "delete from audit_entries",
        "truncate audit_entries",
        "drop table audit_entries",
      ])
        await assert.rejects(client.query(statement), { code: "42501" }, `${role}: ${statement}`);
      await client.end();
    }
    assert.ok((await list()).items.length >= 4);
  });
});
