import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { basename, join } from "node:path";

/** A published package that a benchmark compares with. */
export interface PublishedPackage {
  readonly name: string;
  readonly version: string;
}

/** Unpacks packages, without what they depend on, into a folder's `node_modules`. Answers false when they cannot be had, such as without a network. */
export function downloadPackages(folder: string, packages: readonly PublishedPackage[]): boolean {
  mkdirSync(folder, { recursive: true });
  // `npm install` would look for the workspace siblings of some, which are not published: unpack the tarballs instead.
  const packed = npmPack(
    folder,
    packages.map(({ name, version }) => `${name}@${version}`),
  );
  if (!packed) return false;
  return packed.every((file, at) => {
    const target = join(folder, "node_modules", packages[at]?.name ?? "");
    mkdirSync(target, { recursive: true });
    return spawnSync("tar", ["xzf", join(folder, file), "-C", target, "--strip-components=1"]).status === 0;
  });
}

function npmPack(folder: string, packages: readonly string[]): string[] | undefined {
  const { status, stdout } = spawnSync("npm", ["pack", "--json", "--pack-destination", folder, ...packages], {
    encoding: "utf8",
    timeout: 120_000,
    cwd: folder,
  });
  if (status !== 0) return undefined;
  return (JSON.parse(stdout) as { filename: string }[]).map(({ filename }) => basename(filename));
}
