import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import pg from "pg";
import { testDatabase } from "../../../test/database.ts";
import { assertSafeRole, ensureRoles, roleUrl } from "./roles.ts";

const database = await testDatabase();
const admin = new pg.Client({ connectionString: database.adminUrl });

before(() => admin.connect());
after(async () => {
  await admin.end();
  await database.drop();
});

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

test("the secret opens the door, another one does not", async () => {
  const client = await connected(database.url("app_rt"));
  const { rows } = await client.query(
    "select current_user as role, current_setting('statement_timeout') as patience",
  );
  await client.end();
  assert.deepEqual(rows, [{ role: "app_rt", patience: "15s" }]);
  await assert.rejects(connected(roleUrl(database.adminUrl, "app_rt", "guessed")), { code: "28P01" });
});

test("owners of tables cannot sign in, and no role has more than it needs", async () => {
  const { rows } = await admin.query(`
    select rolname as name, rolcanlogin as login, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as mighty
    from pg_roles where rolname ~ '^app_' order by 1`);
  assert.deepEqual(rows, [
    { name: "app_ledger", login: false, mighty: false },
    { name: "app_operator", login: true, mighty: false },
    { name: "app_owner", login: false, mighty: false },
    { name: "app_relay", login: true, mighty: false },
    { name: "app_rt", login: true, mighty: false },
    { name: "app_search", login: false, mighty: false },
  ]);
});

test("many processes may ensure the roles at once", async () => {
  const clients = await Promise.all(Array.from({ length: 6 }, () => connected(database.adminUrl)));
  await Promise.all(clients.map((client) => ensureRoles(client, database.secret)));
  await Promise.all(clients.map((client) => client.end()));
  await (await connected(database.url("app_relay"))).end();
});

test("boot accepts the product's roles", async () => {
  for (const role of ["app_rt", "app_relay", "app_operator"] as const) {
    const client = await connected(database.url(role));
    await assertSafeRole(client);
    await client.end();
  }
});

test("boot refuses a superuser, a role that passes row security and an owner of tables", async () => {
  await assert.rejects(assertSafeRole(admin), /it is a superuser/);
  await admin.query("begin");
  try {
    await admin.query("create role passes_rows bypassrls; set local role passes_rows");
    await assert.rejects(assertSafeRole(admin), /role passes_rows: it has BYPASSRLS/);
    await admin.query("reset role; set local role app_owner");
    await assert.rejects(assertSafeRole(admin), /role app_owner: it owns tables \(.*outbox/);
  } finally {
    await admin.query("rollback");
  }
});
