import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** The checkout. */
export const root = join(import.meta.dirname, "../..");

/** Where the demo keeps what must outlive it: `.data`, or where DATA_DIR says. */
export const dataFolder = resolve(root, process.env["DATA_DIR"] || ".data");

/** Reads a JSON file of the demo's folder; undefined when it is missing or was cut off. */
export function readKept(name: string): unknown {
  try {
    return JSON.parse(readFileSync(join(dataFolder, name), "utf8"));
  } catch {
    return undefined;
  }
}

/** Removes a file of the demo's folder. */
export const forget = (name: string): void => rmSync(join(dataFolder, name), { force: true });

/** Writes a JSON file of the demo's folder, whole or not at all; only its owner may read it. */
export function keep(name: string, content: object): void {
  keepText(name, `${JSON.stringify(content, null, 2)}\n`);
}

/** Writes a text file of the demo's folder like `keep`. */
export function keepText(name: string, text: string): void {
  mkdirSync(dataFolder, { recursive: true });
  const file = join(dataFolder, name);
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
