import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, statSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Binaries } from "./embedded-binaries.ts";
import { forgetCrashedServer, postmaster, type Postmaster } from "./embedded-postmaster.ts";
import { type Launch } from "./unprivileged.ts";

/** What a server is started with. */
export interface ServerOptions {
  readonly dataDir: string;
  readonly port?: number;
  readonly settings?: Readonly<Record<string, string>>;
}

interface Attempt {
  /** How long the log was before; what follows belongs to this attempt. */
  readonly logStart: number;
  ended: boolean;
}

const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 30_000;
const LOG_KEPT_BYTES = 10_000_000;

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  shared_buffers: "128MB",
  max_connections: "100",
  // One machine, no replicas: the least write-ahead log that still survives a crash.
  wal_level: "minimal",
  max_wal_senders: "0",
  io_method: "sync",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  log_line_prefix: "%m [%p] %u@%d ",
};

// Another starter was quicker, the port was taken in between, or the children of a killed server are still leaving.
const PASSING = [
  /lock file ".*" already exists/,
  /address already in use/i,
  /pre-existing shared memory block/,
];

/** Waits until a server is ready over the cluster in `dataDir`, starting one when none is running. */
export async function runServer(
  binaries: Binaries,
  launch: Launch,
  options: ServerOptions,
): Promise<Postmaster> {
  const deadline = performance.now() + READY_WITHIN_MS;
  let attempt: Attempt | null = null;
  while (performance.now() < deadline) {
    const server = postmaster(options.dataDir);
    if (server?.state === "ready") return server;
    if (server === null && attempt?.ended !== false) {
      if (attempt !== null) await pauseOrExplain(options.dataDir, attempt);
      attempt = await spawnServer(binaries, launch, options);
    }
    await sleep(20);
  }
  throw new Error(`The embedded database was not ready within 60 s. Its log is ${logFile(options.dataDir)}.`);
}

/** Shuts down the server over `dataDir`, whoever started it; nothing happens when there is none. */
export async function stopServer(dataDir: string): Promise<void> {
  const server = postmaster(dataDir);
  if (server === null) return;
  const deadline = performance.now() + STOP_WITHIN_MS;
  process.kill(server.pid, "SIGINT");
  while (postmaster(dataDir)?.pid === server.pid) {
    if (performance.now() > deadline) {
      process.kill(server.pid, "SIGQUIT");
      return;
    }
    await sleep(20);
  }
}

async function spawnServer(binaries: Binaries, launch: Launch, options: ServerOptions): Promise<Attempt> {
  const { dataDir } = options;
  const settings = { ...SETTINGS, ...options.settings, port: String(await freePort(options.port)) };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const [command = binaries.postgres, ...args] = [
    ...launch.prefix,
    binaries.postgres,
    "-D",
    dataDir,
    ...flags,
  ];
  forgetCrashedServer(dataDir);
  const log = openSync(logFile(dataDir), logSize(dataDir) > LOG_KEPT_BYTES ? "w" : "a", 0o600);
  const attempt: Attempt = { logStart: logSize(dataDir), ended: false };
  const child = spawn(command, args, {
    ...launch.identity,
    // Ctrl-C in a terminal reaches the whole group; the database must outlive the API and end through stop().
    detached: true,
    stdio: ["ignore", log, log],
    cwd: "/",
  });
  const end = (): void => {
    attempt.ended = true;
  };
  child.once("exit", end).once("error", end).unref();
  closeSync(log);
  return attempt;
}

async function pauseOrExplain(dataDir: string, attempt: Attempt): Promise<void> {
  const said = readFileSync(logFile(dataDir)).subarray(attempt.logStart).toString("utf8").trim();
  if (!PASSING.some((pattern) => pattern.test(said))) {
    const reason = said.split("\n").find((line) => line.includes("FATAL")) ?? said.split("\n").at(-1) ?? "";
    throw new Error(`The embedded database did not start: ${reason} Its log is ${logFile(dataDir)}.`);
  }
  await sleep(250);
}

async function freePort(wished: number | undefined): Promise<number> {
  return wished === undefined ? await listen(0) : await listen(wished).catch(() => listen(0));
}

function listen(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen({ host: "127.0.0.1", port }, () => {
      const { port: taken } = probe.address() as AddressInfo;
      probe.close(() => resolve(taken));
    });
  });
}

function logFile(dataDir: string): string {
  return join(dataDir, "server.log");
}

function logSize(dataDir: string): number {
  return statSync(logFile(dataDir), { throwIfNoEntry: false })?.size ?? 0;
}
