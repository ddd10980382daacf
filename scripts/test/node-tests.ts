// `node node-tests.ts <files at once> <file for the counts> <test file>...`: runs test files in the order given, which `node --test` does not.
import { createWriteStream } from "node:fs";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import nodeCounts from "./node-counts.ts";

const [atOnce, written = "", ...files] = process.argv.slice(2);
const stopping = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => stopping.abort());
const events = run({
  files,
  concurrency: Number(atOnce),
  timeout: 600_000,
  signal: stopping.signal,
  execArgv: ["--import", new URL("ending.ts", import.meta.url).href],
});
events.on("test:fail", () => {
  process.exitCode = 1;
});
events.compose(new spec()).pipe(process.stdout);
events.compose(nodeCounts).pipe(createWriteStream(written));
