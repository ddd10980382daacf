import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import pg from "pg";
import { testDatabase } from "../../../test/database.ts";
import { migrateLatest, pendingMigrations, rollbackAll } from "./migrate.ts";
import { dumpSchema } from "./schema-dump.ts";

const database = await testDatabase();
const admin = new pg.Client({ connectionString: database.adminUrl });

before(() => admin.connect());
after(async () => {
  await admin.end();
  await database.drop();
});

test("up, all down and up again give the same schema", async () => {
  const first = await dumpSchema(admin);
  assert.match(first, /create table outbox/);
  await rollbackAll(database.adminUrl);
  assert.doesNotMatch(await dumpSchema(admin), /create (table|function|view)/i);
  await migrateLatest(database.adminUrl, database.secret);
  assert.equal(await dumpSchema(admin), first);
});

test("processes that migrate at once wait for each other", async () => {
  await rollbackAll(database.adminUrl);
  await Promise.all(Array.from({ length: 3 }, () => migrateLatest(database.adminUrl, database.secret)));
  assert.deepEqual(await pendingMigrations(admin), []);
});

test("a migrator that was killed leaves nothing locked", async () => {
  await admin.query("update knex_migrations_lock set is_locked = 1");
  await migrateLatest(database.adminUrl, database.secret);
  assert.deepEqual(await pendingMigrations(admin), []);
});

test("readiness names what is missing, and the runtime may ask", async () => {
  const client = new pg.Client({ connectionString: database.url("app_rt") });
  await client.connect();
  await admin.query("begin");
  await admin.query("delete from knex_migrations where name like '%_platform_tenants'");
  assert.deepEqual(await pendingMigrations(admin), ["20261121_0100_platform_tenants"]);
  await admin.query("rollback");
  assert.deepEqual(await pendingMigrations(client), []);
  await client.end();
});

// Knex turns a question mark into $1 even without bindings; in a migration it is written \\?.
test("no constraint holds a placeholder of the query builder", async () => {
  const { rows } = await admin.query(`
    select conname from pg_constraint
    where connamespace = 'public'::regnamespace and pg_get_constraintdef(oid) ~ '\\$[1-9]'`);
  assert.deepEqual(rows, []);
});
