import { createHash } from "node:crypto";
import { join } from "node:path";
import { startEmbeddedPostgres } from "../../api/src/platform/db/embedded.ts";
import { migrateLatest, rollbackAll } from "../../api/src/platform/db/migrate.ts";
import { openRelayPool } from "../../api/src/platform/db/pool.ts";
import { dataFolder } from "./folder.ts";

/** The demo's database, migrated. */
export interface DemoDatabase {
  readonly adminUrl: string;
  /** Tells this database from others the demo was started with. */
  readonly name: string;
  /** Whether it is the demo's own server: nothing but the demo's data is in it. */
  readonly isOurs: boolean;
  /** Empties it: everything in it is made again. */
  readonly startOver: () => Promise<void>;
  /** Whether somebody's tenants are in it. */
  readonly hasTenants: () => Promise<boolean>;
  readonly stop: () => Promise<void>;
}

/** Starts the embedded PostgreSQL, or takes the database that DATABASE_URL names. */
export async function openDatabase(secret: string): Promise<DemoDatabase> {
  const given = process.env["DATABASE_URL"];
  const server = given ? { adminUrl: given, stop: async () => {} } : await startOwn();
  const { adminUrl } = server;
  return {
    ...server,
    name: given ? createHash("sha256").update(given).digest("hex").slice(0, 8) : "embedded",
    isOurs: !given,
    async startOver() {
      // Somebody else's server may hold more than this schema, and we may not be allowed to drop the database.
      if (!given) await recreate(adminUrl);
      else if (await hasTable(adminUrl, "knex_migrations")) await rollbackAll(adminUrl);
      await migrateLatest(adminUrl, secret);
    },
    hasTenants: () => hasTenants(adminUrl),
  };
}

const startOwn = () =>
  startEmbeddedPostgres({
    dataDir: join(dataFolder, "postgres"),
    settings: { max_connections: "100" },
  });

async function recreate(adminUrl: string): Promise<void> {
  const url = new URL(adminUrl);
  const name = url.pathname.slice(1);
  url.pathname = "/postgres";
  await query(url.href, `drop database if exists "${name}" with (force)`);
  await query(url.href, `create database "${name}"`);
}

async function hasTenants(adminUrl: string): Promise<boolean> {
  if (!(await hasTable(adminUrl, "tenants"))) return false;
  return (await query(adminUrl, "select from tenants limit 1")).length > 0;
}

async function hasTable(adminUrl: string, name: string): Promise<boolean> {
  const [found] = await query(adminUrl, `select to_regclass('public.${name}') is not null as present`);
  return found?.["present"] === true;
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const pool = openRelayPool(url, { size: 1, name: "tessera demo" });
  try {
    return (await pool.query<Record<string, unknown>>(text)).rows;
  } finally {
    await pool.end();
  }
}
