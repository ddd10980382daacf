import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, readdirSync, statSync } from "node:fs";
import { chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type Binaries } from "./embedded-binaries.ts";
import { postmaster } from "./embedded-postmaster.ts";
import { type Launch } from "./unprivileged.ts";

/** Makes a new cluster in `dataDir` unless there is one; several processes may try at once. */
export async function createCluster(binaries: Binaries, launch: Launch, dataDir: string): Promise<void> {
  const version = await clusterVersion(dataDir);
  if (version !== null) {
    requireVersion(binaries, version, dataDir);
    if (postmaster(dataDir) === null) giveTo(launch, dataDir);
    return;
  }
  await sweepUnfinished(dataDir);
  // Built beside and moved in one step: whoever is killed half-way leaves no half a cluster behind.
  const draft = `${dataDir}.new-${process.pid}-${randomBytes(4).toString("hex")}`;
  try {
    await initialise(binaries, launch, draft);
    await rename(draft, dataDir);
  } catch (error) {
    if ((await clusterVersion(dataDir)) === null) throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
    await rm(`${draft}.password`, { force: true });
  }
}

/** The superuser's password, readable by the owner of the cluster alone. */
export async function superuserPassword(dataDir: string): Promise<string> {
  return (await readFile(join(dataDir, "superuser.password"), "utf8")).trim();
}

async function initialise(binaries: Binaries, launch: Launch, draft: string): Promise<void> {
  const passwordFile = `${draft}.password`;
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600 });
  if (launch.owner !== null) {
    await chown(draft, launch.owner.uid, launch.owner.gid);
    await chown(passwordFile, launch.owner.uid, launch.owner.gid);
  }
  const flags = [
    "-D",
    draft,
    "-U",
    "postgres",
    "-A",
    "scram-sha-256",
    "-E",
    "UTF8",
    `--pwfile=${passwordFile}`,
  ];
  let said = "";
  // Sorting by code point is the same on every machine; the libc letters are for pg_trgm, which asks libc what a letter is.
  for (const ctype of ["C.UTF-8", "en_US.UTF-8", "C"]) {
    const locale = [
      "--locale=C",
      `--lc-ctype=${ctype}`,
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
    ];
    const [command = binaries.initdb, ...args] = [...launch.prefix, binaries.initdb, ...flags, ...locale];
    const result = spawnSync(command, args, { ...launch.identity, cwd: "/", encoding: "utf8" });
    if (result.status === 0) {
      await rename(passwordFile, join(draft, "superuser.password"));
      return;
    }
    said = `${result.error?.message ?? ""}${result.stderr ?? ""}`.trim();
  }
  throw new Error(`The embedded database could not be created in ${draft}: ${said}`);
}

async function clusterVersion(dataDir: string): Promise<string | null> {
  return await readFile(join(dataDir, "PG_VERSION"), "utf8").then(
    (text) => text.trim(),
    () => null,
  );
}

function requireVersion(binaries: Binaries, version: string, dataDir: string): void {
  const said = spawnSync(binaries.postgres, ["--version"], { encoding: "utf8" }).stdout;
  const major = /\d+/.exec(said)?.[0];
  if (major === version) return;
  throw new Error(
    `${dataDir} was written by PostgreSQL ${version}, and the bundled one is ${major}. Start with --fresh to begin again, or move the data with pg_dump.`,
  );
}

// The same checkout may be started as root with and without namespaces; the server insists on owning its files.
function giveTo(launch: Launch, dataDir: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = launch.owner ?? { uid: 0, gid: 0 };
  if (statSync(dataDir).uid === uid) return;
  chownSync(dataDir, uid, gid);
  for (const entry of readdirSync(dataDir, { recursive: true, encoding: "utf8" })) {
    chownSync(join(dataDir, entry), uid, gid);
  }
}

async function sweepUnfinished(dataDir: string): Promise<void> {
  const prefix = `${basename(dataDir)}.new-`;
  for (const name of readdirSync(dirname(dataDir))) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : Number.NaN;
    if (Number.isInteger(pid) && !isRunning(pid)) {
      await rm(join(dirname(dataDir), name), { recursive: true, force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
