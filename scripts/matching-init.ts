// `npm run matching:init`: gives every listed profile of every site the vector its expertise is compared by. Run again, it has
// nothing to do. Works on DATABASE_URL, else on the demo's database, also while the demo runs.
import { openHouse } from "../api/src/house.ts";
import { embedEverybody } from "../api/src/modules/matching/index.ts";
import { businessTime } from "../api/src/platform/clock.ts";
import { openRelayPool } from "../api/src/platform/db/pool.ts";
import { ConfigurationError, type Env, readEnv } from "../api/src/platform/env.ts";
import { AiUnavailable } from "../api/src/platform/providers/ai/port.ts";
import { systemScope } from "../api/src/platform/jobs/system-scope.ts";
import { type Scope } from "../api/src/platform/scope/scope.ts";
import { openDatabase } from "./demo/database.ts";
import { claimFolder, releaseFolder } from "./demo/only-one.ts";
import { demoSecret } from "./demo/secret.ts";

const patienceMs = 10 * 60 * 1000;

async function main(): Promise<void> {
  if (process.env["DATABASE_URL"]) return embedAll(readEnv({ LOG_LEVEL: "error", ...process.env }));
  const isDemoRunning = claimFolder() !== null;
  const secret = demoSecret();
  const database = await openDatabase(secret);
  try {
    const found = { DATABASE_URL: database.adminUrl, TESSERA_SECRET: secret };
    await embedAll(readEnv({ LOG_LEVEL: "error", ...process.env, ...found }));
  } finally {
    if (!isDemoRunning) {
      await database.stop();
      releaseFolder();
    }
  }
}

async function embedAll(env: Env): Promise<void> {
  const signal = AbortSignal.timeout(patienceMs);
  const house = await openHouse({ env, serves: false, works: false });
  try {
    let made = 0;
    for (const id of await tenantIds(env)) {
      const tenant = await house.directory.load(id);
      if (!tenant) continue;
      const within = <Result>(work: (scope: Scope) => Promise<Result>) => {
        const run = { cause: "matching:init", requestId: "matching:init", now: businessTime(tenant) };
        return house.scopes.transact(systemScope(tenant, run), work);
      };
      const count = await embedEverybody(within, signal);
      if (count > 0) console.log(`${tenant.slug}: ${count} profiles got a vector`);
      made += count;
    }
    console.log(made === 0 ? "Every listed profile has its vector." : `${made} profiles got a vector.`);
  } finally {
    await house.close();
  }
}

async function tenantIds({ DATABASE_URL }: Env): Promise<string[]> {
  const pool = openRelayPool(DATABASE_URL, { size: 1, name: "tessera matching:init" });
  try {
    const { rows } = await pool.query<{ id: string }>(
      "select id from tenants where status = 'active' order by id",
    );
    return rows.map(({ id }) => id);
  } finally {
    await pool.end();
  }
}

try {
  await main();
} catch (failure) {
  if (!(failure instanceof ConfigurationError || failure instanceof AiUnavailable)) throw failure;
  console.error(failure.message);
  process.exitCode = 1;
}
