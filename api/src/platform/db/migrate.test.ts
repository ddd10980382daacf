import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import knexModule, { type Knex } from "knex";
import pg from "pg";
import { testDatabase } from "../../../test/database.ts";
import { acrossTenants, isolateTenants } from "./isolation.ts";
import { migrateLatest, migrationsDir, pendingMigrations, rollbackAll } from "./migrate.ts";
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

test("what a migration changes of a site's rows it changes of every site", async () => {
  const owner = knexModule({
    client: "pg",
    connection: `${database.adminUrl}?options=-c%20role%3Dapp_owner`,
    pool: { min: 0, max: 1 },
  });
  const change = (knex: Knex) => knex.raw("update planted set is_changed = true");
  const count = async (knex: Knex) =>
    acrossTenants(knex, ["planted"], async () => {
      const { rows } = await knex.raw<{ rows: { changed: number }[] }>(
        "select count(*) filter (where is_changed)::int as changed from planted",
      );
      changed.push(rows[0]?.changed);
    });
  const changed: (number | undefined)[] = [];
  await owner
    .transaction(async (knex) => {
      await knex.raw(
        "create table planted (tenant_id uuid not null, is_changed boolean not null default false)",
      );
      await knex.raw("insert into planted values (gen_random_uuid()), (gen_random_uuid())");
      await isolateTenants(knex, "planted");
      await change(knex);
      await count(knex);
      await acrossTenants(knex, ["planted"], () => change(knex));
      await count(knex);
      const { rows } = await knex.raw(
        "select relforcerowsecurity as forced from pg_class where relname = 'planted'",
      );
      assert.deepEqual(rows, [{ forced: true }]);
      throw new Error("planted");
    })
    .catch((error: Error) => assert.equal(error.message, "planted"));
  await owner.destroy();
  assert.deepEqual(changed, [0, 2]);
});

test("migrations that change rows behind the wall say so", async () => {
  const { rows } = await admin.query<{ name: string }>(
    "select relname as name from pg_class where relforcerowsecurity and relnamespace = 'public'::regnamespace",
  );
  const walled = new Set(rows.map(({ name }) => name));
  const silent: string[] = [];
  for (const file of await readdir(migrationsDir)) {
    const text = await readFile(join(migrationsDir, file), "utf8");
    // Functions change rows of the tenant they are called for.
    const own = text.replaceAll(/\bcreate (?:or replace )?function\b[^]*?\$\$[^]*?\$\$/g, "");
    const tables = [...own.matchAll(/\b(?:update|delete from) ([a-z_]+)/g)].flatMap(([, name]) => name ?? []);
    if (tables.some((name) => walled.has(name)) && !/acrossTenants|set_config\('app\.tenant_id'/.test(own))
      silent.push(file);
  }
  assert.deepEqual(silent, []);
});
