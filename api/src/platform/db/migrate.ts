import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import knexModule, { type Knex } from "knex";
import pg from "pg";
import { installJobQueue } from "./job-queue.ts";
import { ensureRoles } from "./roles.ts";

/** Where the migrations lie, one order for the whole database. */
export const migrationsDir = join(import.meta.dirname, "../../../migrations");

const EXTENSIONS = ["btree_gist", "pg_trgm", "citext", "unaccent", "pgcrypto"];

/** Any number; the same for every process that migrates. */
const MIGRATION_LOCK = 7_235_553;

/** Brings roles, extensions, schema and job queue up to date; processes that start together wait for each other. */
export async function migrateLatest(adminUrl: string, secret: string): Promise<void> {
  await withMigrationLock(adminUrl, async (admin) => {
    await ensureRoles(admin, secret);
    await prepareDatabase(admin);
    await withMigrator(adminUrl, (migrator) => migrator.latest());
    await installJobQueue(admin, ownerUrl(adminUrl));
    await grantBookkeeping(admin);
  });
}

/** Takes every migration back, newest first; roles, extensions and the job queue stay. */
export async function rollbackAll(adminUrl: string): Promise<void> {
  await withMigrationLock(adminUrl, () =>
    withMigrator(adminUrl, (migrator) => migrator.rollback(undefined, true)),
  );
}

/** The migrations this code has and the database has not, oldest first; readable by every role. */
export async function pendingMigrations(client: pg.ClientBase | pg.Pool): Promise<string[]> {
  const names = await migrationNames();
  const { rows } = await client.query<{ present: boolean }>(
    "select to_regclass('public.knex_migrations') is not null as present",
  );
  if (rows[0]?.present !== true) return names;
  const applied = await client.query<{ name: string }>("select name from knex_migrations");
  const done = new Set(applied.rows.map((row) => row.name));
  return names.filter((name) => !done.has(name));
}

/** Rights that belong to the database itself; a database cloned from a template does not inherit them. */
export async function grantDatabase(admin: pg.ClientBase): Promise<void> {
  const { rows } = await admin.query<{ name: string }>("select current_database() as name");
  const name = admin.escapeIdentifier(rows[0]?.name ?? "");
  await admin.query(`
    revoke all on database ${name} from public;
    grant connect on database ${name} to app_rt, app_relay, app_operator;
    grant connect, create on database ${name} to app_owner;`);
}

async function prepareDatabase(admin: pg.ClientBase): Promise<void> {
  for (const extension of EXTENSIONS) await admin.query(`create extension if not exists ${extension}`);
  await grantDatabase(admin);
  await admin.query(`
    revoke all on schema public from public;
    grant usage on schema public to app_rt, app_relay, app_operator;
    grant usage, create on schema public to app_owner, app_search, app_ledger;`);
}

async function grantBookkeeping(admin: pg.ClientBase): Promise<void> {
  await admin.query("set role app_owner");
  await admin.query("grant select on knex_migrations to app_rt, app_relay, app_operator");
  await admin.query("reset role");
}

async function withMigrationLock(
  adminUrl: string,
  work: (admin: pg.Client) => Promise<unknown>,
): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl, application_name: "tessera migrate" });
  await admin.connect();
  try {
    // Held by the connection: a migrator that is killed leaves no lock behind.
    await admin.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await work(admin);
  } finally {
    await admin.end();
  }
}

async function withMigrator(
  adminUrl: string,
  work: (migrator: Knex.Migrator) => Promise<unknown>,
): Promise<void> {
  const knex = knexModule({
    client: "pg",
    connection: ownerUrl(adminUrl),
    pool: { min: 0, max: 2 },
    migrations: { migrationSource: sqlMigrations },
  });
  try {
    // Knex keeps a lock of its own in a row, which a killed migrator leaves locked; ours already guards this.
    await knex.migrate.forceFreeMigrationsLock();
    await work(knex.migrate);
  } finally {
    await knex.destroy();
  }
}

// Everything a migration makes belongs to app_owner, whoever connects.
function ownerUrl(adminUrl: string): string {
  const url = new URL(adminUrl);
  url.searchParams.set("options", "-c role=app_owner -c client_min_messages=warning");
  return url.href;
}

// Knex's own loader insists on one file extension for ever; a name without it survives a change of tools.
const sqlMigrations: Knex.MigrationSource<string> = {
  getMigrations: () => migrationNames(),
  getMigrationName: (name) => name,
  getMigration: async (name) => {
    const file = pathToFileURL(join(migrationsDir, `${name}.ts`)).href;
    return (await import(file)) as Knex.Migration;
  },
};

async function migrationNames(): Promise<string[]> {
  const files = await readdir(migrationsDir);
  return files
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.slice(0, -3))
    .sort();
}
