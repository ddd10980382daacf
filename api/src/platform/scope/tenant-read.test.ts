import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import knexModule from "knex";
import pg from "pg";
import { testDatabase } from "../../../test/database.ts";
import { isolateTenants } from "../db/isolation.ts";
import { openRuntimePool } from "../db/pool.ts";
import { readInTenant } from "./tenant-read.ts";
import { type Tenant } from "./tenant.ts";

const database = await testDatabase();
const knex = openRuntimePool(database.url("app_rt"), { size: 2, name: "tenant reads" });
const tenants = [randomUUID(), randomUUID()].map((id) => ({ id }) as Tenant);
const [ours] = tenants as [Tenant, Tenant];

const notes = { name: "notes", text: "select body from notes", values: [] };

before(async () => {
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  await admin.query(`
    set role app_owner;
    create table notes (tenant_id uuid not null, id uuid not null, body text not null, primary key (tenant_id, id));
    reset role`);
  const owner = new URL(database.adminUrl);
  owner.searchParams.set("options", "-c role=app_owner");
  const asOwner = knexModule({ client: "pg", connection: owner.href });
  await isolateTenants(asOwner, "notes");
  await asOwner.destroy();
  for (const { id } of tenants)
    await admin.query("insert into notes (tenant_id, id, body) values ($1::uuid, $1::uuid, $1::text)", [id]);
  await admin.end();
});

after(async () => {
  await knex.destroy();
  await database.drop();
});

async function withConnection<Result>(work: (connection: pg.ClientBase) => Promise<Result>): Promise<Result> {
  const connection = (await knex.client.acquireConnection()) as pg.ClientBase;
  try {
    return await work(connection);
  } finally {
    await knex.client.releaseConnection(connection);
  }
}

const notesOf = (connection: pg.ClientBase, tenant: Tenant) => readInTenant(connection, tenant, notes);

test("a thousand reads of two tenants, many in flight at each connection, see the rows of their own", async () => {
  const reads = Array.from({ length: 1000 }, async (_, nth) => {
    const tenant = tenants[nth % 2] ?? ours;
    const seen = await withConnection(async (connection) =>
      Promise.all([notesOf(connection, tenant), notesOf(connection, ours), notesOf(connection, tenant)]),
    );
    assert.deepEqual(seen, [[{ body: tenant.id }], [{ body: ours.id }], [{ body: tenant.id }]]);
  });
  await Promise.all(reads);
});

test("the tenant is gone with the read", () =>
  withConnection(async (connection) => {
    assert.deepEqual(await notesOf(connection, ours), [{ body: ours.id }]);
    const { rows } = await connection.query("select body from notes");
    assert.deepEqual(rows, []);
  }));

test("nothing is written, and the connection goes on", () =>
  withConnection(async (connection) => {
    const write = { name: "write", text: "update notes set body = $1", values: ["another"] };
    await assert.rejects(readInTenant(connection, ours, write), { code: "25006" });
    assert.deepEqual(await notesOf(connection, ours), [{ body: ours.id }]);
  }));

test("a read that fails takes none of those around it along", () =>
  withConnection(async (connection) => {
    const failing = { name: "failing", text: "select 1 / $1::int", values: [0] };
    const unreadable = { name: "unreadable", text: "select nothing from nowhere", values: [] };
    const [first, division, grammar, last] = await Promise.allSettled([
      notesOf(connection, ours),
      readInTenant(connection, ours, failing),
      readInTenant(connection, ours, unreadable),
      notesOf(connection, ours),
    ]);
    assert.deepEqual(
      [first, last].map((read) => read.status === "fulfilled" && read.value),
      [[{ body: ours.id }], [{ body: ours.id }]],
    );
    assert.equal(division.status === "rejected" && (division.reason as pg.DatabaseError).code, "22012");
    assert.equal(grammar.status === "rejected" && (grammar.reason as pg.DatabaseError).code, "42P01");
  }));
