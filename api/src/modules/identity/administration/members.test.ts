import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { bearer, IdentityHouse, type TestTenant } from "../testing.ts";

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

interface Person {
  readonly id: string;
  readonly email: string;
  readonly roles: string[];
  readonly status: string;
}

const server = (tenant = site) => ({ headers: bearer(tenant.liveKeys.secretKey) });
const create = (input: object, tenant = site) =>
  house.ok<Person>("identity.createMember", { name: "Some Body", ...input }, server(tenant));
const list = (input: object) =>
  house.ok<{ items: Person[]; nextCursor: string | null }>("identity.listMembers", input, server());

test("200 a member of every role; 409 a second one with the address or the external id", async () => {
  const made = await create({
    email: "QA@team.example",
    roles: ["qa", "admin"],
    externalId: "u1",
    emailVerified: true,
  });
  assert.deepEqual([made.email, made.roles], ["qa@team.example", ["qa", "admin"]]);
  const again = (input: object) => house.refused("identity.createMember", { name: "X", ...input }, server());
  assert.equal(await again({ email: "qa@team.example" }), "409 identity.email_taken");
  assert.equal(
    await again({ email: "other@team.example", externalId: "u1" }),
    "409 identity.external_id_taken",
  );
  assert.ok(await create({ email: "qa@team.example", externalId: "u1" }, other));
});

test("lists page by page, newest first, and find by name, address, role and status", async () => {
  const made = [];
  for (let i = 0; i < 7; i++)
    made.push(await create({ email: `page${i}@list.example`, name: `Péter 50%_${i}` }));
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: Person[]; nextCursor: string | null } = await list({
      search: "@list.example",
      limit: 3,
      ...(cursor !== null && { cursor }),
    });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  assert.deepEqual(seen, made.map(({ id }) => id).toReversed());
  assert.equal((await list({ search: "PÉTER 50%_3" })).items.length, 1);
  assert.equal((await list({ search: "50%_" })).items.length, 7);
  assert.equal((await list({ search: "50__" })).items.length, 0, "signs of a pattern are plain text");
  assert.deepEqual(
    (await list({ role: "qa" })).items.map(({ email }) => email),
    ["qa@team.example"],
  );
  await house.ok("identity.deactivateMember", { id: made[0]!.id, reason: "spam" }, server());
  assert.deepEqual(
    (await list({ status: "deactivated" })).items.map(({ id }) => id),
    [made[0]!.id],
  );
});

test("404 another site's member, in every operation, like one that does not exist", async () => {
  const { id } = await create({ email: "hidden@other.example" }, other);
  const calls: [string, object][] = [
    ["identity.getMember", {}],
    ["identity.updateMember", { roles: ["admin"] }],
    ["identity.deactivateMember", {}],
    ["identity.reactivateMember", {}],
  ];
  for (const [path, input] of calls) {
    for (const target of [id, "0195f000-0000-7000-8000-000000000001"]) {
      assert.equal(
        await house.refused(path, { ...input, id: target }, server()),
        "404 request.not_found",
        path,
      );
    }
  }
  const untouched = await house.ok<Person>("identity.getMember", { id }, server(other));
  assert.deepEqual([untouched.status, untouched.roles], ["active", ["client"]]);
});

test("who did it and why is in the audit log; doing it twice changes nothing", async () => {
  const { id } = await create({ email: "audited@team.example" });
  await house.ok("identity.deactivateMember", { id, reason: "asked for it" }, server());
  await house.ok("identity.deactivateMember", { id, reason: "again" }, server());
  const { rows } = await house.admin.query(
    "select actor_kind, after from audit_entries where entity_id = $1 and action = 'identity.change_status'",
    [id],
  );
  assert.deepEqual(rows, [
    { actor_kind: "server", after: { status: "deactivated", reason: "asked for it" } },
  ]);
});

test("REST: the same members under their addresses", async () => {
  const { id } = await create({ email: "rest@team.example" });
  const get = await house.rest("get", `/identity/members/${id}`).set(bearer(site.liveKeys.secretKey));
  assert.equal(get.status, 200);
  assert.equal(get.body.email, "rest@team.example");
  const found = await house
    .rest("get", "/identity/members?search=rest%40team&limit=5")
    .set(bearer(site.liveKeys.secretKey));
  assert.deepEqual(
    found.body.items.map((person: Person) => person.id),
    [id],
  );
});
