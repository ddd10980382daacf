import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./folder.ts";

/** A text that changes with every byte of the files that the patterns name and of the lock file; tests do not count. */
export function sourceDigest(patterns: readonly string[]): string {
  const hash = createHash("sha256");
  const files = globSync(patterns, { cwd: root }).filter((file) => !file.endsWith(".test.ts"));
  for (const file of [...files.toSorted(), "package-lock.json"]) {
    hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest("hex");
}
