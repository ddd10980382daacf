import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type TestDatabase } from "./database.ts";

/** A process of the product that a test kills. */
export interface Doomed {
  readonly process: ChildProcess;
  /** Settles when it has said this line. */
  readonly said: (line: string) => Promise<void>;
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
}

/** Starts a relay or a worker of its own; see background-process.ts. */
export function startDoomed(
  database: TestDatabase,
  part: "relay" | "worker",
  behaviour: { readonly hangAt?: number; readonly dieAt?: number } = {},
): Doomed {
  const urls = {
    relay: database.url("app_relay"),
    runtime: database.url("app_rt"),
    admin: database.adminUrl,
  };
  const flags = Object.entries({ part, ...urls, ...behaviour }).map(([name, value]) => `--${name}=${value}`);
  const child = spawn("node", [join(import.meta.dirname, "background-process.ts"), ...flags], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = new Set<string>();
  const waiting = new Map<string, () => void>();
  createInterface({ input: child.stdout }).on("line", (line) => {
    lines.add(line);
    waiting.get(line)?.();
  });
  return {
    process: child,
    said: (line) =>
      lines.has(line) ? Promise.resolve() : new Promise((resolve) => waiting.set(line, resolve)),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, "exit");
      child.kill("SIGKILL");
      await exited;
    },
  };
}
