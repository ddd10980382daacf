import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { randomToken } from "../ids.ts";
import { encodeSquares } from "./pictures.ts";
import { fileSetup, storageKey } from "./setup.ts";

/**
 * Makes and stores a picture's squares; for the `call` of a job, which may do it again. False when the picture turned out to be
 * unreadable or is gone.
 */
export async function storeSquares(
  { tenantId, fileId }: { tenantId: string; fileId: string },
  widths: readonly number[],
  signal: AbortSignal,
): Promise<boolean> {
  const { storage, workFolder } = fileSetup();
  const found = await storage.get(storageKey(tenantId, fileId));
  const pictures = found && (await encodeSquares(await buffer(found.stream), widths));
  if (!pictures) return false;
  await mkdir(workFolder, { recursive: true, mode: 0o700 });
  for (const { width, content } of pictures) {
    const path = join(workFolder, randomToken());
    try {
      await writeFile(path, content, { mode: 0o600 });
      await storage.put(storageKey(tenantId, fileId, width), path, { signal });
    } finally {
      await rm(path, { force: true });
    }
  }
  return true;
}
