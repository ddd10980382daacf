import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { constants, setPriority } from "node:os";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const mb = 1024 * 1024;

/** What a process may take that looks at one file. */
const most = { ms: 30_000, heapMb: 192, memoryBytes: 512 * mb, atOnce: 2, waiting: 50 } as const;

/** Code that is run over one file. */
export interface Apart {
  /** The program, beside this file. */
  readonly program: "process.ts" | "first-page.ts";
  /** The file, by its whole path. */
  readonly path: string;
  readonly args: readonly string[];
  /** Whether it runs code of packages, some of it native. */
  readonly usesPackages: boolean;
  /** The one file it may write; null for none. */
  readonly writes: string | null;
}

/** The program itself ended with a mistake over the file; anything else that is thrown is the machine's. */
export class ProgramFailed extends Error {
  override readonly name = "ProgramFailed";
}

/** Runs work when it is its turn; null when too much waits already. */
export async function inTurn<Result>(work: () => Promise<Result>): Promise<Result | null> {
  if (waiting.length >= most.waiting) return null;
  if (running >= most.atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

let running = 0;
const waiting: (() => void)[] = [];

/** The code the process runs, and the packages it may use. */
const code = [join(import.meta.dirname, "../..")];
const packages = /^(.*[/\\]node_modules)[/\\]/.exec(fileURLToPath(import.meta.resolve("sharp")))?.[1] ?? "";

/**
 * Runs code over a file in a process of its own, which holds no secret, reads nothing else and is ended when it takes more than
 * 30 seconds or 512 MB. Answers what it printed; null when it was ended. Throws `ProgramFailed` when it failed over the file.
 */
export async function runApart({ program, path, args, usesPackages, writes }: Apart): Promise<string | null> {
  const readable = [...code, path, ...(usesPackages ? [packages] : [])];
  const child = spawn(
    process.execPath,
    [
      "--permission",
      "--no-warnings",
      `--max-old-space-size=${most.heapMb}`,
      ...readable.map((place) => `--allow-fs-read=${place}`),
      ...(usesPackages ? ["--allow-addons"] : []),
      ...(writes === null ? [] : [`--allow-fs-write=${writes}`]),
      join(import.meta.dirname, program),
      ...args,
    ],
    {
      // The process runs in the file's folder.
      cwd: dirname(path),
      env: {},
      stdio: ["ignore", "pipe", "pipe"],
      timeout: most.ms,
      killSignal: "SIGKILL",
    },
  );
  const ended = new Promise<void>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", () => resolve());
  });
  const watch = child.pid === undefined ? null : limitMemory(child.pid, () => child.kill("SIGKILL"));
  try {
    const [said, complaint] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    if (child.exitCode === 0) return said;
    // It was ended, or ran out of memory by itself.
    if (child.signalCode !== null || child.exitCode === 134) return null;
    throw new ProgramFailed(`Looking into a file failed: ${complaint.slice(-2000)}`);
  } finally {
    clearInterval(watch ?? undefined);
  }
}

/** Lets others go first, and ends the process when it holds too much; where the system tells how much that is. */
function limitMemory(pid: number, end: () => void): NodeJS.Timeout {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already.
  }
  const pageBytes = 4096;
  return setInterval(() => {
    void readFile(`/proc/${pid}/statm`, "utf8").then(
      (pages) => Number(pages.split(" ")[1]) * pageBytes > most.memoryBytes && end(),
      () => undefined,
    );
  }, 50);
}
