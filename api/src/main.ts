import { openHouse } from "./house.ts";
import { migrateLatest } from "./platform/db/migrate.ts";
import { ConfigurationError, readEnv } from "./platform/env.ts";

const roles = {
  serve: "answers requests",
  work: "runs the relay, jobs and timers",
  migrate: "brings the database up to date and ends",
} as const;

const isRole = (name: string): name is keyof typeof roles => name in roles;

/** Starts a process: `node api/src/main.ts serve work` does both in one. */
async function main(names: readonly string[]): Promise<void> {
  if (names.length === 0 || !names.every(isRole)) {
    const lines = Object.entries(roles).map(([name, does]) => `  ${name.padEnd(8)} ${does}`);
    throw new ConfigurationError(`Say what this process is to do:\n${lines.join("\n")}`);
  }
  const env = readEnv(process.env);
  if (names.includes("migrate")) await migrateLatest(env.DATABASE_URL, env.TESSERA_SECRET);
  const serves = names.includes("serve");
  const works = names.includes("work");
  if (!serves && !works) return;
  const house = await openHouse({ env, serves, works });
  let isClosing = false;
  const stop = () => {
    if (isClosing) return;
    isClosing = true;
    void house.close().then(() => process.exit(0));
    // Whatever hangs must not keep a deployment waiting.
    setTimeout(() => process.exit(1), 10_000).unref();
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

try {
  await main(process.argv.slice(2));
} catch (failure) {
  if (!(failure instanceof ConfigurationError)) throw failure;
  process.stderr.write(`${failure.message}\n`);
  process.exitCode = 1;
}
