import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

/** How long a page that was opened before a build may still ask for files of that time. */
const keptMs = 30 * 86_400_000;

/** Deletes what no build of the last 30 days wrote: a build writes all its files, those that did not change too. */
export function deleteOldFiles(folder: string, now: number): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (now - statSync(file).mtimeMs > keptMs) rmSync(file);
  }
}
