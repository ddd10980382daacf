import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type Binaries, findBinaries } from "./embedded-binaries.ts";
import { createCluster, passwordFile } from "./embedded-cluster.ts";
import { postmaster, type Postmaster } from "./embedded-postmaster.ts";
import { type Launch, unprivileged } from "./unprivileged.ts";

/** What the embedded database needs to know. */
export interface EmbeddedOptions {
  /** The cluster's own directory; made when missing. */
  readonly dataDir: string;
  /** Wished for; a free one is taken when it is in use. */
  readonly port?: number;
  /** Made when missing; "tessera" unless told. */
  readonly database?: string;
  /** PostgreSQL settings on top of ours, as `fsync: "off"`. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A running embedded database. */
export interface EmbeddedPostgres {
  /** Connects as the cluster's superuser. */
  readonly adminUrl: string;
  /** Shuts the server down cleanly, also when another process had started it. */
  stop(): Promise<void>;
}

const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 30_000;

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

/** Starts PostgreSQL on 127.0.0.1 over `dataDir`, or joins the server already running there. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const binaries = await findBinaries();
  await mkdir(options.dataDir, { recursive: true });
  const launch = unprivileged(binaries.postgres, options.dataDir);
  await createCluster(binaries, launch, options.dataDir);
  const server = await runServer(binaries, launch, options);
  const adminUrl = await ensureDatabase(options, server.port);
  return { adminUrl, stop: () => stopServer(options.dataDir) };
}

/** Shuts down the server over `dataDir`; nothing happens when there is none. */
export async function stopServer(dataDir: string): Promise<void> {
  const server = postmaster(dataDir);
  if (server === null) return;
  process.kill(server.pid, "SIGINT");
  const deadline = performance.now() + STOP_WITHIN_MS;
  while (postmaster(dataDir)?.pid === server.pid) {
    if (performance.now() > deadline) {
      process.kill(server.pid, "SIGQUIT");
      return;
    }
    await sleep(20);
  }
}

async function runServer(binaries: Binaries, launch: Launch, options: EmbeddedOptions): Promise<Postmaster> {
  const deadline = performance.now() + READY_WITHIN_MS;
  let exit: { failed: boolean } | null = null;
  while (performance.now() < deadline) {
    const server = postmaster(options.dataDir);
    if (server?.state === "ready") return server;
    if (server === null && (exit === null || exit.failed)) {
      if (exit !== null) await explainOrRetry(options.dataDir);
      exit = await spawnServer(binaries, launch, options);
    }
    await sleep(20);
  }
  throw new Error(`The embedded database was not ready after 60 s. Its log is ${logFile(options.dataDir)}.`);
}

async function spawnServer(
  binaries: Binaries,
  launch: Launch,
  options: EmbeddedOptions,
): Promise<{ failed: boolean }> {
  const port = await freePort(options.port);
  const settings = { ...SETTINGS, ...options.settings, port: String(port) };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const [command = binaries.postgres, ...args] = [...launch.prefix, binaries.postgres];
  // A pid file left by a crash may name a number that another program has by now, which PostgreSQL takes for its own.
  rmSync(join(options.dataDir, "postmaster.pid"), { force: true });
  const log = openLog(options.dataDir);
  const exit = { failed: false };
  // Detached: Ctrl-C in a terminal must reach the API first and the database only through stop().
  const child = spawn(command, [...args, "-D", options.dataDir, ...flags], {
    ...launch.identity,
    detached: true,
    stdio: ["ignore", log, log],
    cwd: "/",
    env: { ...process.env, LC_ALL: "C" },
  });
  child.once("exit", () => {
    exit.failed = true;
  });
  child.once("error", () => {
    exit.failed = true;
  });
  child.unref();
  closeSync(log);
  return exit;
}
