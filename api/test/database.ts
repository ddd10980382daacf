import pg from "pg";
import { grantDatabase } from "../src/platform/db/migrate.ts";
import { type LoginRole, roleUrl } from "../src/platform/db/roles.ts";
import { testCluster } from "./cluster.ts";
import { migratedTemplate, testSecret } from "./template.ts";

/** A migrated database that belongs to one test file. */
export interface TestDatabase {
  /** Connects as the cluster's superuser. */
  readonly adminUrl: string;
  /** The platform secret that the roles' passwords follow from. */
  readonly secret: string;
  /** Connects as one of the roles the product runs with. */
  readonly url: (role: LoginRole) => string;
  /** Removes the database, ending connections left open. */
  readonly drop: () => Promise<void>;
}

let made = 0;

/** Clones a migrated database for this test file; call `drop` in `after`. */
export async function testDatabase(): Promise<TestDatabase> {
  const cluster = await testCluster();
  const template = await migratedTemplate(cluster.adminUrl);
  const name = await clone(cluster.adminUrl, template);
  const adminUrl = databaseUrl(cluster.adminUrl, name);
  await asAdmin(adminUrl, grantDatabase);
  return {
    adminUrl,
    secret: testSecret,
    url: (role) => roleUrl(adminUrl, role, testSecret),
    drop: () => asAdmin(cluster.adminUrl, (admin) => dropDatabase(admin, name)),
  };
}

function clone(clusterUrl: string, template: string): Promise<string> {
  // The process id tells a later run whose databases were left by a killed test.
  made += 1;
  const name = `test_${process.pid}_${made}`;
  return asAdmin(clusterUrl, async (admin) => {
    await dropLeftovers(admin);
    await dropDatabase(admin, name);
    await admin.query(`create database ${name} template ${template}`);
    return name;
  });
}

async function dropLeftovers(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>(
    "select datname from pg_database where datname like 'test\\_%'",
  );
  const left = rows.filter(({ datname }) => !isRunning(Number(datname.split("_")[1])));
  for (const { datname } of left) await dropDatabase(admin, datname);
}

async function dropDatabase(admin: pg.Client, name: string): Promise<void> {
  await admin.query(`drop database if exists ${name} with (force)`);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function asAdmin<T>(url: string, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

function databaseUrl(clusterUrl: string, name: string): string {
  const url = new URL(clusterUrl);
  url.pathname = name;
  return url.href;
}
