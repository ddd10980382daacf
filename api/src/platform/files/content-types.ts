import { open } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";
import { fileHolds } from "./find-bytes.ts";

/** A kind of file we know by its content. */
interface ContentType {
  /** What a name may end in. */
  readonly endings: readonly string[];
  /** What browsers declare beside the type itself. */
  readonly alsoDeclared?: readonly string[];
  /** What its first bytes are taken for, where that is another word. */
  readonly foundAs?: string;
  /** Bytes without which it is another kind that begins alike. */
  readonly holds?: Buffer;
}

const openXml = "application/vnd.openxmlformats-officedocument";

const contentTypes: Readonly<Record<string, ContentType>> = {
  "image/jpeg": { endings: ["jpg", "jpeg"], alsoDeclared: ["image/jpg", "image/pjpeg"] },
  "image/png": { endings: ["png"], alsoDeclared: ["image/x-png"] },
  "image/webp": { endings: ["webp"] },
  "image/gif": { endings: ["gif"] },
  "application/pdf": { endings: ["pdf"], alsoDeclared: ["application/x-pdf"] },
  "application/zip": {
    endings: ["zip"],
    alsoDeclared: ["application/x-zip-compressed", "application/x-zip", "multipart/x-zip"],
  },
  "application/msword": {
    endings: ["doc"],
    foundAs: "application/x-cfb",
    // Installers and workbooks come in the same container; the text of a document lies in a stream of this name.
    holds: Buffer.from("WordDocument", "utf16le"),
  },
  [`${openXml}.wordprocessingml.document`]: { endings: ["docx"] },
  [`${openXml}.spreadsheetml.sheet`]: { endings: ["xlsx"] },
  [`${openXml}.presentationml.presentation`]: { endings: ["pptx"] },
  "audio/mpeg": { endings: ["mp3"], alsoDeclared: ["audio/mp3"] },
  "audio/mp4": { endings: ["m4a"], alsoDeclared: ["audio/x-m4a", "audio/m4a"], foundAs: "audio/x-m4a" },
  "video/mp4": { endings: ["mp4"] },
  "video/webm": { endings: ["webm"] },
  "text/plain": { endings: ["txt"] },
  "text/markdown": { endings: ["md"], alsoDeclared: ["text/x-markdown", "text/plain"] },
  "text/csv": { endings: ["csv"], alsoDeclared: ["text/plain", "application/vnd.ms-excel"] },
};

/** Text that has no mark of its own; the name's ending tells which kind it is. */
const texts: ReadonlySet<string> = new Set(["text/plain", "text/markdown", "text/csv"]);

/** Pictures that a browser may show in place, being neither documents nor able to run anything. */
export const isPicture = (contentType: string): boolean =>
  ["image/jpeg", "image/png", "image/webp", "image/gif"].includes(contentType);

/** Whether a small picture shows what is in a file: of a document, its first page. */
export const hasPreview = (contentType: string): boolean =>
  isPicture(contentType) || contentType === "application/pdf";

/**
 * What a file is: told by its content, when the ending of its name and the declared type say the same. Null when they do not,
 * or when it is nothing we know.
 */
export async function agreedType(
  path: string,
  { name, declared }: { name: string; declared: string },
): Promise<string | null> {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? "";
  const [type, known] =
    Object.entries(contentTypes).find(([, { endings }]) => endings.includes(ending)) ?? [];
  if (!type || !known) return null;
  // Browsers declare nothing for endings their system does not know.
  const isDeclared = ["", "application/octet-stream", type, ...(known.alsoDeclared ?? [])].includes(declared);
  return isDeclared && (await isOfType(path, type, known)) ? type : null;
}

async function isOfType(
  path: string,
  type: string,
  { foundAs = type, holds }: ContentType,
): Promise<boolean> {
  const found = await fileTypeFromFile(path);
  if (texts.has(type)) return !found && (await isText(path));
  return found?.mime === foundAs && (!holds || (await fileHolds(path, holds)));
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
