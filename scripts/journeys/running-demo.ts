import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "../demo/folder.ts";
import { type DemoFile } from "../demo/state.ts";
import { bounded } from "../own-node.mjs";
import { copyLoadedDemo, journeysFolder, loadedFolder } from "./loaded-demo.ts";

/** A demo of its own for a journey, beside one that a person may have running. */
export interface RunningDemo {
  /** What it wrote into demo.json. */
  readonly file: DemoFile;
  /** The coaching site and its keys. */
  readonly coaching: DemoFile["tenants"][number];
  /** Where it keeps its data. */
  readonly folder: string;
  readonly child: ChildProcess;
  /** Everything it printed so far. */
  readonly printed: () => string;
  /** Ends it like Ctrl-C does, and answers its exit code. */
  readonly stop: () => Promise<number | null>;
}

/** How long a start may take: bundles are built and tenants loaded on two busy cores. */
const patienceMs = 300_000;

/** Starts a loaded demo in a folder of its own below `.data/journeys`, on ports of its own. */
export async function startDemo(name: string): Promise<RunningDemo> {
  const folder = join(journeysFolder, name);
  await copyLoadedDemo(folder, load);
  return runDemo(folder, []);
}

/** Loads the demo that the others are copied from, where that was not done yet: two that begin at once would both load it. */
export async function loadDemo(): Promise<void> {
  await loadedFolder(load);
}

async function load(draft: string): Promise<void> {
  const demo = await runDemo(draft, ["--fresh"]);
  if ((await demo.stop()) !== 0) throw new Error(`The demo did not stop:\n${demo.printed()}`);
}

/** Runs `npm run demo` with its data in a folder, on ports of its own. */
export async function runDemo(folder: string, args: readonly string[]): Promise<RunningDemo> {
  // Below the numbers that systems give to outgoing connections, of which one might be in use by the time it is wanted, and above
  // those that browsers refuse: https://fetch.spec.whatwg.org/#port-blocking.
  const port = 11_000 + ((process.pid * 40) % 20_000);
  const { DATABASE_URL: _database, TESSERA_SECRET: _secret, ...environment } = process.env;
  const child = spawn("node", [...bounded.flags, "scripts/demo/run.ts", ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...bounded.environment, ...environment, DATA_DIR: folder, DEMO_PORT: String(port) },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
  const ended = once(child, "exit") as Promise<[number | null]>;
  const stop = async () => {
    child.kill("SIGINT");
    const [code] = await ended;
    return code;
  };
  const until = Date.now() + patienceMs;
  while (!output.includes("Ctrl-C stops everything")) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > until) {
      await stop();
      throw new Error(`The demo did not start (${child.signalCode ?? child.exitCode}):\n${output}`);
    }
    await sleep(50);
  }
  const file = JSON.parse(readFileSync(join(folder, "demo.json"), "utf8")) as DemoFile;
  const [coaching] = file.tenants;
  if (!coaching) throw new Error("The demo has no tenant.");
  return { file, coaching, folder, child, printed: () => output, stop };
}

/** A mail in the outbox. */
export interface Mail {
  readonly id: string;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly { filename: string; contentType: string; content: string }[];
  readonly at: string;
  readonly tenant: string;
}

/** Waits for a mail to somebody; fails after 30 seconds without it. */
export async function mailTo(
  { file }: RunningDemo,
  to: string,
  isIt: (mail: Mail) => boolean = () => true,
): Promise<Mail> {
  let mails: Mail[] = [];
  for (let attempt = 0; attempt < 300; attempt++) {
    const answer = await fetch(`${file.outboxUrl}.json?to=${encodeURIComponent(to)}`);
    mails = (await answer.json()) as Mail[];
    const found = mails.find(isIt);
    if (found) return found;
    await sleep(100);
  }
  throw new Error(
    `No such mail to ${to} came: ${mails.map(({ subject }) => subject).join(", ") || "none at all"}.`,
  );
}
