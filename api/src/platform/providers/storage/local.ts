import { copyFile, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { randomToken } from "../../ids.ts";
import { type FileStorage, isStorageKey } from "./port.ts";

/** Keeps files in a folder of this machine, out of every web root: for one machine, and for trying things out. */
export function localStorage(folder: string): FileStorage {
  const pathOf = (key: string): string => {
    if (!isStorageKey(key)) throw new Error("This is no key of a stored file.");
    return join(folder, key);
  };
  return {
    name: "local",
    async put(key, path, { signal }) {
      signal.throwIfAborted();
      const target = pathOf(key);
      const unfinished = `${target}.${randomToken()}.part`;
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      try {
        await copyFile(path, unfinished);
        // Within one file system a rename is all or nothing.
        await rename(unfinished, target);
      } finally {
        await rm(unfinished, { force: true });
      }
    },
    async get(key, range) {
      const file = await open(pathOf(key)).catch(missing);
      if (!file) return null;
      const { size } = await file.stat();
      return {
        stream: file.createReadStream(range && { start: range.from, end: range.to }),
        bytes: size,
      };
    },
    async delete(key, { signal }) {
      signal.throwIfAborted();
      await rm(pathOf(key), { force: true });
    },
    async *list(tenantId, { signal }) {
      for (const name of (await readdir(join(folder, tenantId)).catch(missing)) ?? []) {
        signal.throwIfAborted();
        const key = `${tenantId}/${name}`;
        const found = isStorageKey(key) && (await stat(join(folder, key)).catch(missing));
        if (found) yield { key, writtenAt: found.mtime };
      }
    },
  };
}

function missing(failure: unknown): null {
  if (failure instanceof Error && "code" in failure && failure.code === "ENOENT") return null;
  throw failure;
}
