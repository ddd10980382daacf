import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Tests share one PostgreSQL, which stays up between files. Where none is up yet, it is stopped when this process ends; one that
 * somebody else is using stays.
 */
export function leavePostgresAsFound(root: string): void {
  if (isUp(join(root, ".data/test/postmaster.pid"))) return;
  process.on("exit", () => {
    spawnSync("node", [join(root, "api/test/stop-cluster.ts")], { stdio: "inherit" });
  });
}

function isUp(pidFile: string): boolean {
  try {
    process.kill(Number.parseInt(readFileSync(pidFile, "utf8"), 10), 0);
    return true;
  } catch (error) {
    // A server of another user may not be signalled, but it is there.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
