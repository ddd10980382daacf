import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { type FileStorage } from "../providers/storage/port.ts";
import { randomToken } from "../ids.ts";
import { isPicture } from "./content-types.ts";
import { drawFirstPage } from "./inspection/draw-first-page.ts";
import { encodePreview, encodeSquares } from "./pictures.ts";
import { fileSetup, previewPixels, storageKey } from "./setup.ts";
import { type StoredFile } from "./stored-file.ts";

/**
 * Makes and stores a picture's squares; for the `call` of a job, which may do it again. False when the picture turned out to be
 * unreadable or is gone.
 */
export async function storeSquares(
  { tenantId, fileId, storage }: { tenantId: string; fileId: string; storage: FileStorage },
  widths: readonly number[],
  signal: AbortSignal,
): Promise<boolean> {
  const found = await storage.get(storageKey(tenantId, fileId));
  const pictures = found && (await encodeSquares(await buffer(found.stream), widths));
  if (!pictures) return false;
  for (const { width, content } of pictures)
    await storeContent(storage, { key: storageKey(tenantId, fileId, width), content, signal });
  return true;
}

/** Makes and stores the preview of a picture or a document, unless it is there. */
export async function storePreview(
  { tenantId, id, contentType }: Pick<StoredFile, "tenantId" | "id" | "contentType">,
  storage: FileStorage,
): Promise<void> {
  const key = storageKey(tenantId, id, previewPixels);
  const made = await storage.get(key);
  made?.stream.destroy();
  if (made) return;
  const found = await storage.get(storageKey(tenantId, id));
  const original = found && (await buffer(found.stream));
  const picture = original && !isPicture(contentType) ? await firstPageOf(original) : original;
  const preview = picture && (await encodePreview(picture, previewPixels));
  const signal = AbortSignal.timeout(60_000);
  if (preview) await storeContent(storage, { key, content: preview, signal });
}

/** A document's first page as a picture; null when it cannot be drawn. */
async function firstPageOf(content: Buffer): Promise<Buffer | null> {
  const { workFolder } = fileSetup();
  await mkdir(workFolder, { recursive: true, mode: 0o700 });
  const path = join(workFolder, randomToken());
  const target = `${path}.page`;
  try {
    await writeFile(path, content, { mode: 0o600 });
    return (await drawFirstPage(path, { target, pixels: previewPixels })) ? await readFile(target) : null;
  } finally {
    await rm(path, { force: true });
    await rm(target, { force: true });
  }
}

async function storeContent(
  storage: FileStorage,
  { key, content, signal }: { key: string; content: Buffer; signal: AbortSignal },
): Promise<void> {
  const { workFolder } = fileSetup();
  await mkdir(workFolder, { recursive: true, mode: 0o700 });
  const path = join(workFolder, randomToken());
  try {
    await writeFile(path, content, { mode: 0o600 });
    await storage.put(key, path, { signal });
  } finally {
    await rm(path, { force: true });
  }
}
