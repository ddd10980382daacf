import { mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import pg from "pg";
import { findBinaries } from "./embedded-binaries.ts";
import { createCluster, superuserPassword } from "./embedded-cluster.ts";
import { runServer, stopServer } from "./embedded-server.ts";
import { unprivileged } from "./unprivileged.ts";

/** Where the embedded database lives and how it runs. */
export interface EmbeddedOptions {
  /** The cluster's own directory; made when missing. */
  readonly dataDir: string;
  /** A wish: a free port is taken when this one is in use. */
  readonly port?: number;
  /** The database `adminUrl` names; made when missing. Default "tessera". */
  readonly database?: string;
  /** PostgreSQL settings beyond ours, such as `{ fsync: "off" }` for tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A running embedded database. */
export interface EmbeddedPostgres {
  /** Connects as the cluster's superuser. */
  readonly adminUrl: string;
  /** Shuts the server down cleanly, also when another process had started it. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the bundled PostgreSQL on 127.0.0.1 over `dataDir`, or joins the server that already runs there.
 * Works as root too, and after the last server or its starter was killed. The log is `dataDir/server.log`.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const binaries = await findBinaries();
  await mkdir(dirname(dataDir), { recursive: true });
  const launch = unprivileged(binaries.postgres, dirname(dataDir));
  await createCluster(binaries, launch, dataDir);
  const server = await runServer(binaries, launch, { ...options, dataDir });
  const password = await superuserPassword(dataDir);
  const cluster = `postgres://postgres:${password}@127.0.0.1:${server.port}`;
  const database = options.database ?? "tessera";
  await ensureDatabase(`${cluster}/postgres`, database);
  return { adminUrl: `${cluster}/${database}`, stop: () => stopServer(dataDir) };
}

async function ensureDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } catch (error) {
    // 42P04, 23505: another process has just made it.
    if (!["42P04", "23505"].includes(String((error as { code?: unknown }).code))) throw error;
  } finally {
    await client.end();
  }
}
