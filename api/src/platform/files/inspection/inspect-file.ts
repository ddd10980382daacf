import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { constants, setPriority } from "node:os";
import { dirname, join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { isPicture } from "../content-types.ts";
import { type Inspection } from "./finding.ts";

const mb = 1024 * 1024;

/** What a look inside one file may take. */
const most = { ms: 30_000, heapMb: 192, memoryBytes: 512 * mb, atOnce: 2, waiting: 50 } as const;

/** What is looked at by itself already: text, and sounds and videos that are only sent on. */
const needsNoLook = (contentType: string): boolean =>
  contentType.startsWith("text/") || ["application/msword", "audio/mpeg", "video/webm"].includes(contentType);

const answer = z.union([
  z.object({ state: z.literal("sound") }),
  z.object({ state: z.literal("infected"), finding: z.string() }),
  z.object({
    state: z.literal("refused"),
    reason: z.enum(["damaged", "sealed", "too_much", "active", "escaping"]),
  }),
]);

/**
 * Looks inside a file in a process of its own, which holds no secret, reads nothing else and is ended when it takes more than
 * 30 seconds or 512 MB. Pictures are written anew to `target`. Null when too many files wait already.
 */
export async function inspectFile(
  path: string,
  { contentType, target }: { readonly contentType: string; readonly target: string },
): Promise<Inspection | null> {
  if (needsNoLook(contentType)) return { state: "sound" };
  if (waiting.length >= most.waiting) return null;
  await turn();
  try {
    // The process runs in the file's folder.
    return await inspectApart(resolve(path), contentType, resolve(target));
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

let running = 0;
const waiting: (() => void)[] = [];

async function turn(): Promise<void> {
  if (running >= most.atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
}

const entry = join(import.meta.dirname, "process.ts");

/** The code the process runs; of packages, those that pictures are encoded with. */
const code = [join(import.meta.dirname, "../..")];
const packages = /^(.*[/\\]node_modules)[/\\]/.exec(fileURLToPath(import.meta.resolve("sharp")))?.[1] ?? "";

async function inspectApart(path: string, contentType: string, target: string): Promise<Inspection> {
  const encodes = isPicture(contentType);
  const readable = [...code, path, ...(encodes ? [packages] : [])];
  const child = spawn(
    process.execPath,
    [
      "--permission",
      "--no-warnings",
      `--max-old-space-size=${most.heapMb}`,
      ...readable.map((place) => `--allow-fs-read=${place}`),
      ...(encodes ? ["--allow-addons", `--allow-fs-write=${target}`] : []),
      entry,
      path,
      contentType,
      target,
    ],
    {
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
    if (child.exitCode === 0) return answer.parse(JSON.parse(said));
    // It was ended, or ran out of memory by itself.
    if (child.signalCode !== null || child.exitCode === 134) return { state: "refused", reason: "too_much" };
    throw new Error(`Looking into a file failed: ${complaint.slice(-2000)}`);
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
