// `npm run demo [-- --fresh]`: the whole of Tessera on this machine, with tenants, until Ctrl-C.
import { parseArgs } from "node:util";
import { ConfigurationError } from "../../api/src/platform/env.ts";
import { Closing } from "./closing.ts";
import { claimFolder, releaseFolder } from "./only-one.ts";
import { openDemo } from "./open.ts";
import { report } from "./report.ts";
import { readDemoFile } from "./state.ts";

const closing = new Closing();

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { fresh: { type: "boolean", default: false } } });
  const holder = claimFolder();
  if (holder !== null) {
    const where = readDemoFile()?.tenants[0]?.siteUrl;
    throw new ConfigurationError(
      `The demo already runs as process ${holder}${where ? `, see ${where}` : ""}. Stop it before you start another.`,
    );
  }
  const places = await openDemo({ ...values, closing, tell: (line) => console.log(line) });
  if (!closing.isClosing) console.log(report(places));
}

/** Closes everything within seconds, however it is asked to. */
async function stop(code: number): Promise<void> {
  if (closing.isClosing) return;
  console.log("Stopping");
  // Whatever hangs must not keep anybody waiting; the database is stopped with the process group of its own.
  setTimeout(() => process.exit(1), 20_000).unref();
  await closing.closeAll();
  releaseFolder();
  process.exit(code);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));

// Who started us may be gone without a word, as when a terminal is killed: nobody could stop us then.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) void stop(0);
}, 1000).unref();

try {
  await main();
} catch (problem) {
  if (!closing.isClosing) {
    const isOurs =
      problem instanceof ConfigurationError || (problem instanceof TypeError && "code" in problem);
    console.error(isOurs ? problem.message : problem);
    await stop(1);
  }
}
