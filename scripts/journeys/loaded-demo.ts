import { constants } from "node:fs";
import { cp, mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { stopServer } from "../../api/src/platform/db/embedded-server.ts";
import { root } from "../demo/folder.ts";
import { sourceDigest } from "../demo/source-digest.ts";

/** Where journeys keep the data of their demos. */
export const journeysFolder = join(root, ".data/journeys");

/** What the loaded data depends on; sessions of the past and holidays are counted from the day it is loaded. */
const sources = [
  "api/src/**/*.{ts,txt}",
  "api/migrations/*.ts",
  "scripts/demo/**/*.ts",
  "examples/**/*.ts",
  "sdk-js/src/**/*.ts",
];

/** How long the data of other sources is kept: a run that began before they changed may be copying it. */
const keptMs = 3_600_000;

/** Loads a demo into a folder and stops it. */
type Load = (folder: string) => Promise<void>;

/**
 * Fills a folder with the data of a demo that was loaded and stopped, and forgot its ports. It is loaded where nobody has loaded it
 * today from the sources as they are, which takes ten times as long as the copy.
 */
export async function copyLoadedDemo(folder: string, load: Load): Promise<void> {
  const loaded = await loadedFolder(load);
  await stopServer(join(folder, "postgres"));
  await rm(folder, { recursive: true, force: true });
  await cp(loaded, folder, { recursive: true, mode: constants.COPYFILE_FICLONE });
}

/** The folder of the demo that was loaded, today and from the sources as they are; loads it where there is none. */
export async function loadedFolder(load: Load): Promise<string> {
  const day = new Date().toISOString().slice(0, 10);
  const name = `loaded-${day}-${sourceDigest(sources).slice(0, 16)}`;
  const folder = join(journeysFolder, name);
  if (await exists(folder)) return folder;
  await mkdir(journeysFolder, { recursive: true });
  await removeOld();
  // Loaded beside and moved in one step: whoever is stopped half-way, or loads the same at once, leaves one whole folder.
  const draft = `${folder}.new-${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  await load(draft);
  await rm(join(draft, "demo.json"));
  await rename(draft, folder).catch(async (problem: unknown) => {
    if (!(await exists(folder))) throw problem;
    await rm(draft, { recursive: true });
  });
  return folder;
}

async function removeOld(): Promise<void> {
  for (const name of await readdir(journeysFolder)) {
    const folder = join(journeysFolder, name);
    if (!name.startsWith("loaded-") || Date.now() - (await stat(folder)).mtimeMs < keptMs) continue;
    await rm(folder, { recursive: true, force: true });
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
