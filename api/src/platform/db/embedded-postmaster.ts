import { spawnSync } from "node:child_process";
import { existsSync, linkSync, readFileSync, realpathSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

/** A PostgreSQL server that is alive over a data directory. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly state: "starting" | "ready" | "stopping";
}

/** The server running over `dataDir`, or null; a pid file left by a crash counts as none. */
export function postmaster(dataDir: string): Postmaster | null {
  const lines = readPidFile(dataDir).split("\n");
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isServerOf(pid, dataDir)) return null;
  // Line 4 is the port, line 8 the state; both are missing while the server starts.
  const state = lines[7]?.trim();
  return {
    pid,
    port: Number(lines[3] ?? 0),
    state: state === "ready" || state === "stopping" ? state : "starting",
  };
}

/**
 * Removes a pid file whose number another program has by now: PostgreSQL would take that program for a server
 * and refuse to start. A number nobody has is left to PostgreSQL, which removes such a file itself.
 */
export function forgetCrashedServer(dataDir: string): void {
  const content = readPidFile(dataDir);
  const pid = Number(content.split("\n")[0]);
  if (content === "" || !isAlive(pid) || isServerOf(pid, dataDir)) return;
  const file = pidFile(dataDir);
  const aside = `${file}.${process.pid}`;
  renameSync(file, aside);
  // Another starter may have put its own file there between the two lines above; then it goes back.
  if (readFileSync(aside, "utf8") !== content) linkSync(aside, file);
  rmSync(aside);
}

function pidFile(dataDir: string): string {
  return join(dataDir, "postmaster.pid");
}

function readPidFile(dataDir: string): string {
  return readText(pidFile(dataDir));
}

// Both kinds of file vanish while they are read.
function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

// A server is told from a program that inherited its number by the directory it was started with. Its working
// directory would say it too, but root in a container may not look that up.
function isServerOf(pid: number, dataDir: string): boolean {
  if (!isAlive(pid)) return false;
  const [program = "", ...args] = commandLine(pid);
  const directory = args[args.indexOf("-D") + 1];
  return program.endsWith("postgres") && directory !== undefined && isSame(directory, dataDir);
}

function commandLine(pid: number): string[] {
  if (process.platform === "linux") return readText(`/proc/${pid}/cmdline`).split("\0");
  return spawnSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" }).stdout.split(" ");
}

function isSame(one: string, other: string): boolean {
  return existsSync(one) && realpathSync(one) === realpathSync(other);
}
