import { open } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";

/** Kinds of files we know by their content, and the endings their names may have. */
const endings: Readonly<Record<string, readonly string[]>> = {
  "image/jpeg": ["jpg", "jpeg"],
  "image/png": ["png"],
  "image/webp": ["webp"],
  "image/gif": ["gif"],
  "application/pdf": ["pdf"],
  "application/zip": ["zip"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": ["pptx"],
  "audio/mpeg": ["mp3"],
  "audio/mp4": ["m4a"],
  "video/mp4": ["mp4"],
  "video/webm": ["webm"],
  "text/plain": ["txt"],
  "text/markdown": ["md"],
  "text/csv": ["csv"],
};

/** Text that has no mark of its own; the name's ending tells which kind it is. */
const texts: ReadonlySet<string> = new Set(["text/plain", "text/markdown", "text/csv"]);

/** Pictures that a browser may show in place, being neither documents nor able to run anything. */
export const isPicture = (contentType: string): boolean =>
  ["image/jpeg", "image/png", "image/webp", "image/gif"].includes(contentType);

/**
 * What a file is: told by its content, when the ending of its name and the declared type say the same. Null when they do not,
 * or when it is nothing we know.
 */
export async function agreedType(
  path: string,
  { name, declared }: { name: string; declared: string },
): Promise<string | null> {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? "";
  if (!endings[declared]?.includes(ending)) return null;
  const found = await fileTypeFromFile(path);
  if (texts.has(declared)) return !found && (await isText(path)) ? declared : null;
  return found?.mime === declared ? declared : null;
}

async function isText(path: string): Promise<boolean> {
  const file = await open(path);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of file.createReadStream({ autoClose: false })) {
      // Control characters beside tab and line ends stand in no text.
      if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(decoder.decode(chunk as Buffer, { stream: true })))
        return false;
    }
    decoder.decode();
    return true;
  } catch (failure) {
    if (failure instanceof TypeError) return false;
    throw failure;
  } finally {
    await file.close();
  }
}
