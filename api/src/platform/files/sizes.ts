import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { type FileStorage } from "../providers/storage/port.ts";
import { randomToken } from "../ids.ts";
import { isPicture } from "./content-types.ts";
import { type Drawn, drawFirstPage } from "./inspection/draw-first-page.ts";
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
): Promise<Drawn> {
  const key = storageKey(tenantId, id, previewPixels);
  const made = await storage.get(key);
  made?.stream.destroy();
  if (made) return "drawn";
  const found = await storage.get(storageKey(tenantId, id));
  if (!found) return "not_now";
  const original = await buffer(found.stream);
  const picture = isPicture(contentType) ? original : await firstPageOf(original);
  if (typeof picture === "string") return picture;
  const preview = await encodePreview(picture, previewPixels);
  if (!preview) return "undrawable";
  await storeContent(storage, { key, content: preview, signal: AbortSignal.timeout(60_000) });
  return "drawn";
}

/** A document's first page as a picture, or why there is none. */
async function firstPageOf(content: Buffer): Promise<Buffer | Exclude<Drawn, "drawn">> {
  const { workFolder } = fileSetup();
  await mkdir(workFolder, { recursive: true, mode: 0o700 });
  const path = join(workFolder, randomToken());
  const target = `${path}.page`;
  try {
    await writeFile(path, content, { mode: 0o600 });
    const drawn = await drawFirstPage(path, { target, pixels: previewPixels });
    return drawn === "drawn" ? await readFile(target) : drawn;
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
