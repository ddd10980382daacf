import assert from "node:assert/strict";
import { after, test } from "node:test";
import pg from "pg";
import { testDatabase } from "./database.ts";

const database = await testDatabase();
after(() => database.drop());

test("a clone is migrated and open to the product's roles", async () => {
  for (const role of ["app_rt", "app_relay", "app_operator"] as const) {
    const client = new pg.Client({ connectionString: database.url(role) });
    await client.connect();
    const { rows } = await client.query("select current_user as role, count(*)::int as tenants from tenants");
    await client.end();
    assert.deepEqual(rows, [{ role, tenants: 0 }]);
  }
});

test("two clones share nothing", async () => {
  const other = await testDatabase();
  const client = new pg.Client({ connectionString: other.adminUrl });
  await client.connect();
  await client.query("create table only_here ()");
  await client.end();
  const here = new pg.Client({ connectionString: database.adminUrl });
  await here.connect();
  const { rows } = await here.query("select to_regclass('only_here') as found");
  await here.end();
  await other.drop();
  assert.deepEqual(rows, [{ found: null }]);
});
