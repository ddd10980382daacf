// `npm test [-- word ...]`: every test a contributor must see green, or those whose path contains one of the words.
import { spawn } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  closingLine,
  type Counts,
  exitCode,
  type Failure,
  forgiven,
  noCounts,
  settle,
  slowest,
  sum,
  toRepeat,
} from "./counts.ts";
import { buildBundles } from "../demo/bundles.ts";
import { loadDemo } from "../journeys/running-demo.ts";
import { longestFirst } from "./order.ts";
import { leavePostgresAsFound } from "./postgres.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "tessera-test-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));
leavePostgresAsFound(root);

const wanted = process.argv.slice(2);
const files = globSync("**/*.test.ts", {
  cwd: root,
  exclude: ["**/node_modules/**", "**/dist/**", ".data/**", "scripts/new/{module,widget}/**"],
})
  .filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)))
  .toSorted();

const counted: Counts[] = [];
/** What failed once and passed when its file was run again: worth mending, and no reason to stop a release. */
const unsteady: Failure[] = [];
heading("bundles for browsers");
await buildBundles(console.log).catch((problem: unknown) => fail(String(problem)));
await browserTests("widgets", take(["widgets"]));
// Each drives a browser through a whole system of its own, which begins as a copy of one that is loaded now.
await nodeTests("journeys", take(["scripts/journeys"]), loadDemo);
await nodeTests(
  "api, admin, sdk-js, scripts, examples, bench",
  take(["api", "admin", "sdk-js", "scripts", "examples", "bench"]),
);
if (files.length > 0) fail(`No runner is known for ${files.join(", ")}.`);

const total = sum(counted);
tellOf("what passed only when it was run again", unsteady);
tellOf("what failed", total.failures);
if (wanted.length === 0) tellSlowest();
if (total.passed + total.failed === 0) console.log("No test ran.");
console.log(`\n${closingLine(total)}`);
process.exitCode = exitCode(total);

/** Removes the test files of these folders from those still to run, and returns them. */
function take(folders: string[]): string[] {
  const taken = files.filter((file) => folders.some((folder) => file.startsWith(`${folder}/`)));
  for (const file of taken) files.splice(files.indexOf(file), 1);
  return taken;
}

async function browserTests(folder: string, chosen: string[]): Promise<void> {
  if (chosen.length === 0) return;
  heading(`${folder}, in a browser`);
  await count(wanted.length > 0 ? chosen : [], (files) => {
    const only = files.map((file) => file.slice(folder.length + 1));
    return run("npm", ["test", "-w", folder, ...(only.length > 0 ? ["--", "--files", ...only] : [])]);
  });
}

/** Runs test files of Node, two at a time, once what they need is there. */
async function nodeTests(name: string, chosen: string[], prepare = async () => {}): Promise<void> {
  if (chosen.length === 0) return;
  heading(name);
  await prepare().catch((problem: unknown) => console.log(String(problem)));
  const sizeOf = (file: string) => statSync(join(root, file)).size;
  const runner = fileURLToPath(new URL("node-tests.ts", import.meta.url));
  await count(longestFirst(chosen, sizeOf), (files, written) =>
    run("node", [runner, "2", written, ...files]),
  );
}

/** Runs test files, none standing for all of a package; the file to write counts to is also in TEST_COUNTS_FILE. */
type Runner = (files: string[], written: string) => Promise<number>;

/** Runs files by a runner and adds what it counted. In a run of everything, the few files that failed get a second try alone. */
async function count(files: string[], runner: Runner): Promise<void> {
  let counts = await countsOf(files, runner);
  for (const file of wanted.length === 0 ? toRepeat(counts) : []) {
    heading(`${file}, again`);
    if (exitCode(await countsOf([file], runner)) !== 0) continue;
    unsteady.push(...counts.failures.filter((failure) => failure.file === file));
    counts = forgiven(counts, file);
  }
  counted.push(counts);
}

async function countsOf(files: string[], runner: Runner): Promise<Counts> {
  const written = join(scratch, "counts.json");
  writeFileSync(written, "");
  process.env["TEST_COUNTS_FILE"] = written;
  const code = await runner(files, written);
  delete process.env["TEST_COUNTS_FILE"];
  return settle(readFileSync(written, "utf8"), code);
}

function tellOf(name: string, failures: readonly Failure[]): void {
  if (failures.length > 0) heading(name);
  for (const { told } of failures) console.log(`\n✖ ${told}`);
}

function tellSlowest(): void {
  heading("what took longest");
  for (const { file, seconds } of slowest(total, 15)) console.log(`${String(seconds).padStart(5)} s ${file}`);
}

function fail(reason: string): void {
  console.log(reason);
  counted.push({ ...noCounts(), failed: 1, failures: [{ file: undefined, told: reason }] });
}

function heading(name: string): void {
  console.log(`\n== ${name}`);
}

/** Runs a command with its output live; answers its exit code. */
function run(command: string, args: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
    const stop = (): void => {
      child.on("exit", () => process.exit(1));
      child.kill("SIGTERM");
    };
    process.once("SIGTERM", stop).once("SIGINT", stop);
    child.on("error", reject);
    child.on("exit", (code) => {
      process.off("SIGTERM", stop).off("SIGINT", stop);
      resolve(code ?? 1);
    });
  });
}
