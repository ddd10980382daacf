import { openHouse } from "../api/src/house.ts";
import { businessTime } from "../api/src/platform/clock.ts";
import { openRelayPool } from "../api/src/platform/db/pool.ts";
import { ConfigurationError, type Env, readEnv } from "../api/src/platform/env.ts";
import { systemScope } from "../api/src/platform/jobs/system-scope.ts";
import { type Scope } from "../api/src/platform/scope/scope.ts";
import { type Tenant } from "../api/src/platform/scope/tenant.ts";
import { openDatabase } from "./demo/database.ts";
import { claimFolder, releaseFolder } from "./demo/only-one.ts";
import { demoSecret } from "./demo/secret.ts";

/** Runs work in a transaction of one site. */
export type WithinSite = <Result>(work: (scope: Scope) => Promise<Result>) => Promise<Result>;

/**
 * Does something for one site after another, as a command named so: on DATABASE_URL, else on the demo's database, also while the demo
 * runs. A command that is not configured says why and ends with 1.
 */
export async function eachSite(
  command: string,
  work: (tenant: Tenant, within: WithinSite) => Promise<void>,
): Promise<void> {
  try {
    await withDatabase((env) => walk(env, command, work));
  } catch (failure) {
    if (!(failure instanceof ConfigurationError)) throw failure;
    console.error(failure.message);
    process.exitCode = 1;
  }
}

async function withDatabase(work: (env: Env) => Promise<void>): Promise<void> {
  if (process.env["DATABASE_URL"]) return work(readEnv({ LOG_LEVEL: "error", ...process.env }));
  const isDemoRunning = claimFolder() !== null;
  const secret = demoSecret();
  const database = await openDatabase(secret);
  try {
    const found = { DATABASE_URL: database.adminUrl, TESSERA_SECRET: secret };
    await work(readEnv({ LOG_LEVEL: "error", ...process.env, ...found }));
  } finally {
    if (!isDemoRunning) {
      await database.stop();
      releaseFolder();
    }
  }
}

async function walk(
  env: Env,
  command: string,
  work: (tenant: Tenant, within: WithinSite) => Promise<void>,
): Promise<void> {
  const house = await openHouse({ env, serves: false, works: false });
  try {
    for (const id of await tenantIds(env, command)) {
      const tenant = await house.directory.load(id);
      if (!tenant) continue;
      await work(tenant, (inside) => {
        const run = { cause: command, requestId: command, now: businessTime(tenant) };
        return house.scopes.transact(systemScope(tenant, run), inside);
      });
    }
  } finally {
    await house.close();
  }
}

async function tenantIds({ DATABASE_URL }: Env, command: string): Promise<string[]> {
  const pool = openRelayPool(DATABASE_URL, { size: 1, name: `tessera ${command}` });
  try {
    const { rows } = await pool.query<{ id: string }>(
      "select id from tenants where status = 'active' order by id",
    );
    return rows.map(({ id }) => id);
  } finally {
    await pool.end();
  }
}
