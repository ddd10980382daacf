import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, beforeEach, test } from "node:test";
import knexModule from "knex";
import pg from "pg";
import { testDatabase } from "../../../test/database.ts";
import { isolateTenants } from "./isolation.ts";
import { type LoginRole } from "./roles.ts";

const REFUSED = { code: "42501" };
const database = await testDatabase();
const admin = new pg.Client({ connectionString: database.adminUrl });
const roles = new Map<LoginRole, pg.Client>();
const ours = randomUUID();
const theirs = randomUUID();

before(async () => {
  await admin.connect();
  await admin.query("set role app_owner");
  await admin.query(`
    create table notes (
      tenant_id uuid not null, id uuid not null, parent_id uuid, body text,
      primary key (tenant_id, id),
      foreign key (tenant_id, parent_id) references notes (tenant_id, id) on delete cascade
    );
    create table marks (tenant_id uuid not null, id uuid not null, primary key (tenant_id, id));`);
  const knex = knexModule({ client: "pg", connection: ownerUrl() });
  await isolateTenants(knex, "notes");
  await isolateTenants(knex, "marks", { runtime: ["insert"], relay: ["select"], operator: false });
  await knex.destroy();
  await admin.query("reset role");
  for (const role of ["app_rt", "app_relay", "app_operator"] as const) {
    const client = new pg.Client({ connectionString: database.url(role) });
    await client.connect();
    roles.set(role, client);
  }
});

beforeEach(async () => {
  await admin.query("truncate notes, marks, tenants cascade");
  for (const tenant of [ours, theirs]) {
    await admin.query("insert into notes (tenant_id, id, body) values ($1, $1, 'first')", [tenant]);
    await admin.query("insert into marks (tenant_id, id) values ($1, $1)", [tenant]);
    await admin.query("insert into tenants (id, slug, name) values ($1::uuid, $1::text, 'A tenant')", [
      tenant,
    ]);
  }
});

after(async () => {
  for (const client of [admin, ...roles.values()]) await client.end();
  await database.drop();
});

function ownerUrl(): string {
  const url = new URL(database.adminUrl);
  url.searchParams.set("options", "-c role=app_owner");
  return url.href;
}

async function as(
  role: LoginRole,
  tenant: string | null,
  sql: string,
  values: unknown[] = [],
): Promise<pg.QueryResult> {
  const client = roles.get(role);
  assert.ok(client);
  await client.query("begin");
  try {
    if (tenant !== null) await client.query("select set_config('app.tenant_id', $1, true)", [tenant]);
    const result = await client.query(sql, values);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

test("no tenant, no rows", async () => {
  assert.equal((await as("app_rt", null, "select from notes")).rowCount, 0);
  await assert.rejects(
    as("app_rt", null, "insert into notes (tenant_id, id) values ($1, $2)", [ours, randomUUID()]),
    REFUSED,
  );
});

test("the tenant is forgotten when its transaction ends", async () => {
  assert.equal((await as("app_rt", ours, "select from notes")).rowCount, 1);
  assert.equal((await as("app_rt", null, "select from notes")).rowCount, 0);
});

test("a tenant sees its own rows, also when no predicate asks for them", async () => {
  const { rows } = await as("app_rt", ours, "select tenant_id from notes");
  assert.deepEqual(rows, [{ tenant_id: ours }]);
});

test("refused: a row with another tenant's id", async () => {
  await assert.rejects(
    as("app_rt", ours, "insert into notes (tenant_id, id) values ($1, $2)", [theirs, randomUUID()]),
    REFUSED,
  );
  await assert.rejects(as("app_rt", ours, "update notes set tenant_id = $1", [theirs]), REFUSED);
});

test("another tenant's rows are neither changed nor deleted", async () => {
  assert.equal(
    (await as("app_rt", ours, "update notes set body = 'x' where tenant_id = $1", [theirs])).rowCount,
    0,
  );
  assert.equal((await as("app_rt", ours, "delete from notes where tenant_id = $1", [theirs])).rowCount, 0);
});

test("another tenant's row cannot be referred to, just like one that is not there", async () => {
  const insert = "insert into notes (tenant_id, id, parent_id) values ($1, $2, $3)";
  for (const parent of [theirs, randomUUID()]) {
    await assert.rejects(as("app_rt", ours, insert, [ours, randomUUID(), parent]), { code: "23503" });
  }
});

test("refused: a tenant that is no id, and tables emptied as a whole", async () => {
  await assert.rejects(as("app_rt", "everybody", "select from notes"), { code: "22P02" });
  await assert.rejects(as("app_rt", ours, "truncate notes"), REFUSED);
});

test("rights left out are refused", async () => {
  await as("app_rt", ours, "insert into marks (tenant_id, id) values ($1, $2)", [ours, randomUUID()]);
  await assert.rejects(as("app_rt", ours, "select from marks"), REFUSED);
  await assert.rejects(as("app_operator", null, "select from marks"), REFUSED);
});

test("the relay sees every tenant where it was let in, and nothing else", async () => {
  assert.equal((await as("app_relay", null, "select from marks")).rowCount, 2);
  await assert.rejects(as("app_relay", null, "delete from marks"), REFUSED);
  await assert.rejects(as("app_relay", null, "select from notes"), REFUSED);
});

test("an operator reads every tenant and writes nothing", async () => {
  assert.equal((await as("app_operator", null, "select from notes")).rowCount, 2);
  await assert.rejects(as("app_operator", ours, "delete from notes"), { code: "25006" });
  await roles.get("app_operator")?.query("set default_transaction_read_only = off");
  await assert.rejects(as("app_operator", ours, "delete from notes"), REFUSED);
});

test("the wall holds for the tables' owner too", async () => {
  const owner = new pg.Client({ connectionString: ownerUrl() });
  await owner.connect();
  const { rowCount } = await owner.query("select from notes");
  await owner.end();
  assert.equal(rowCount, 0);
});

test("tenants are found by everybody and changed by themselves alone", async () => {
  assert.equal((await as("app_rt", null, "select from tenants")).rowCount, 2);
  assert.equal((await as("app_rt", ours, "update tenants set name = 'New name'")).rowCount, 1);
  const added = randomUUID();
  const insert = "insert into tenants (id, slug, name) values ($1, 'added', 'Added')";
  await as("app_rt", added, insert, [added]);
  await assert.rejects(as("app_rt", ours, insert, [randomUUID()]), REFUSED);
});

test("audit entries stay as they were written", async () => {
  const insert = `insert into audit_entries (tenant_id, id, actor_kind, action, entity_kind, entity_id, at)
    values ($1, $2, 'system', 'notes.create', 'note', 'n1', now())`;
  await as("app_rt", ours, insert, [ours, randomUUID()]);
  await assert.rejects(as("app_rt", ours, "update audit_entries set action = 'x'"), REFUSED);
  await assert.rejects(as("app_rt", ours, "delete from audit_entries"), REFUSED);
});

test("one timer waits per kind, subject and key", async () => {
  const insert = `insert into timers (tenant_id, id, kind, subject_id, due_at)
    values ($1, $2, 'notes.remind', $3, now())`;
  const subject = randomUUID();
  await as("app_rt", ours, insert, [ours, randomUUID(), subject]);
  await assert.rejects(as("app_rt", ours, insert, [ours, randomUUID(), subject]), { code: "23505" });
  await as("app_rt", ours, "update timers set state = 'done'");
  await as("app_rt", ours, insert, [ours, randomUUID(), subject]);
  await as("app_rt", theirs, insert, [theirs, randomUUID(), subject]);
});
