import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import pg from "pg";
import { testDatabase } from "../../../test/database.ts";
import { type CatalogueCheck, catalogueChecks } from "./lint-checks.ts";
import { assertTenantWall, lintCatalogue } from "./lint.ts";

const database = await testDatabase();
const admin = new pg.Client({ connectionString: database.adminUrl });

before(() => admin.connect());
after(async () => {
  await admin.end();
  await database.drop();
});

/** A table as it should be; the planted defects break one thing each. */
const GOOD = `
  set local role app_owner;
  create table planted (tenant_id uuid not null, id uuid not null, other_id uuid, primary key (tenant_id, id));
  alter table planted enable row level security;
  alter table planted force row level security;
  create policy tenant_only on planted for all
    using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
  grant select, insert, update, delete on planted to app_rt;
  reset role;`;

const definer = (owner: string, tail: string): string => `
  create function planted_definer() returns int language sql security definer ${tail} return 1;
  revoke execute on function planted_definer() from public;
  alter function planted_definer() owner to ${owner};`;

const FIXED_PATH = "set search_path = public, pg_temp";

const PLANTED: Readonly<Record<CatalogueCheck, readonly string[]>> = {
  "has no tenant_id uuid not null": [
    "alter table planted drop constraint planted_pkey; alter table planted alter tenant_id drop not null",
    "create table planted_global ()",
  ],
  "row security is not enabled and forced": [
    "alter table planted no force row level security",
    "alter table planted disable row level security",
  ],
  "has no policy for all commands that is exactly the tenant wall": [
    "drop policy tenant_only on planted",
    "drop policy tenant_only on planted; create policy p on planted for select using (tenant_id = (select app_tenant()))",
    "drop policy tenant_only on planted; create policy p on planted using (tenant_id = app_tenant())",
    "drop policy tenant_only on planted; create policy p on planted as restrictive using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()))",
  ],
  "has a policy that opens the tenant wall": [
    "create policy p on planted using (true)",
    "create policy p on planted for select to app_rt using (tenant_id = (select app_tenant()) or other_id is null)",
    "create policy p on planted for all to app_operator using (true)",
    "create policy p on planted for all to app_relay using (true)",
    "create policy p on planted for insert with check (true)",
  ],
  "is a key that does not begin with tenant_id": [
    "alter table planted add unique (id)",
    "create unique index on planted (id, tenant_id)",
    "alter table planted add exclude using gist (id with =, tenant_id with =)",
  ],
  "is a foreign key between tenants' tables that does not begin with tenant_id": [
    "create unique index u on planted (id); alter table timers add foreign key (id) references planted (id)",
    "alter table planted add foreign key (other_id, id) references timers (tenant_id, id)",
  ],
  "is a foreign key without an index that begins with its columns": [
    "alter table planted add foreign key (tenant_id, other_id) references planted (tenant_id, id)",
    "alter table planted add foreign key (other_id) references tenants (id)",
  ],
  "is an index that row security makes useless": [
    "alter table planted add price numeric; create index on planted (tenant_id, price)",
    "alter table planted add mail citext; create index on planted (tenant_id, mail)",
    "alter table planted add kinds text[]; create index on planted using gin (kinds)",
    "create type mood as enum ('ok'); alter table planted add mood mood; create index on planted (tenant_id, mood)",
  ],
  "is a column numbered by a sequence": [
    "alter table planted add n bigserial",
    "alter table planted add n bigint generated always as identity",
  ],
  "is a trigger, which tables distributed by tenant cannot have": [
    "create trigger t before update on planted for each row execute function suppress_redundant_updates_trigger()",
  ],
  "is not owned by app_owner, app_search or app_ledger": ["alter table planted owner to current_user"],
  "is open to everybody": ["grant select on planted to public"],
  "may be truncated, referenced or given triggers by a role that signs in": [
    "grant truncate on planted to app_rt",
    "grant references on planted to app_relay",
    "grant trigger on tenants to app_operator",
  ],
  "may be written by app_operator": [
    "grant update on planted to app_operator",
    "grant insert (id) on planted to app_operator",
    "grant delete on tenants to app_operator",
  ],
  "may be reached by app_relay and is not on its list": [
    "grant select on planted to app_relay",
    "grant select (id) on planted to app_relay",
  ],
  "is a view that runs with its owner's rights": [
    "create view planted_view as select * from planted",
    "create view planted_view with (security_invoker = false) as select * from planted",
  ],
  "is a materialized view, which row security never covers": [
    "create materialized view planted_copy as select * from planted",
  ],
  "runs with its owner's rights and is not on the list": [definer("app_search", FIXED_PATH)],
  "runs with its owner's rights and is not owned by app_search or app_ledger": [
    definer("app_owner", FIXED_PATH),
  ],
  "runs with its owner's rights and does not fix its search path, pg_temp last": [
    definer("app_search", ""),
    definer("app_search", "set search_path = public"),
    definer("app_search", "set search_path = pg_temp, public"),
  ],
  "runs with its owner's rights and may be executed by everybody": [
    `${definer("app_search", FIXED_PATH)} grant execute on function planted_definer() to public`,
  ],
  "is a role that passes row security": ["alter role app_rt bypassrls", "alter role app_owner superuser"],
  "is a role that signs in and belongs to another": ["grant app_owner to app_rt"],
  "is a role that signs in and may create objects": [
    "grant create on schema public to app_rt",
    "do $$ begin execute format('grant temporary on database %I to app_rt', current_database()); end $$",
  ],
  "is the job queue, and app_rt may reach it": ["grant usage on schema graphile_worker to app_rt"],
};

async function holesAfter(sql: string): Promise<CatalogueCheck[]> {
  await admin.query("begin");
  try {
    await admin.query(GOOD);
    await admin.query(sql);
    return (await lintCatalogue(admin)).map((hole) => hole.check);
  } finally {
    await admin.query("rollback");
  }
}

test("no hole in the migrated schema", async () => {
  assert.deepEqual(await lintCatalogue(admin), []);
  await assertTenantWall(admin);
});

test("no hole in a table as it should be", async () => {
  assert.deepEqual(await holesAfter("select"), []);
});

for (const check of Object.keys(catalogueChecks) as CatalogueCheck[]) {
  test(`found: ${check}`, async () => {
    for (const sql of PLANTED[check]) assert.ok((await holesAfter(sql)).includes(check), `missed: ${sql}`);
  });
}

test("boot refuses and names the hole", async () => {
  await admin.query("begin");
  await admin.query(`${GOOD} alter table planted disable row level security`);
  await assert.rejects(assertTenantWall(admin), /planted: row security is not enabled and forced/);
  await admin.query("rollback");
});

test("any role that signs in can run it", async () => {
  for (const role of ["app_rt", "app_relay", "app_operator"] as const) {
    const client = new pg.Client({ connectionString: database.url(role) });
    await client.connect();
    assert.deepEqual(await lintCatalogue(client), []);
    await client.end();
  }
});
