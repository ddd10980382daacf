import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { dataFolder, keepText } from "./folder.ts";

const file = "demo.pid";

/** Claims the demo's folder for this process. Answers the process that has it already, or null when it is ours now. */
export function claimFolder(): number | null {
  const holder = readHolder();
  if (holder !== null && holder !== process.pid && isDemo(holder)) return holder;
  keepText(file, `${process.pid}\n`);
  return null;
}

/** Lets the next demo start. */
export function releaseFolder(): void {
  if (readHolder() === process.pid) rmSync(join(dataFolder, file), { force: true });
}

function readHolder(): number | null {
  try {
    return Number.parseInt(readFileSync(join(dataFolder, file), "utf8"), 10) || null;
  } catch {
    return null;
  }
}

/** Whether a process is alive and, where the system tells, a demo: after a crash its number may belong to anybody. */
function isDemo(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === "EPERM";
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("scripts/demo/run.ts");
  } catch {
    return true;
  }
}
