import { constants, inflateSync } from "node:zlib";
import { Refused } from "./finding.ts";
import { Unpacked } from "./unpacked.ts";

const mb = 1024 * 1024;

// Pages are often pictures of many pixels in one colour, so how far they unpack says little.
const most = { objects: 100_000, pages: 2000 } as const;

/** Names that run something, or carry other files along (ISO 32000-2, 12.6 and 7.11). */
const active: ReadonlySet<string> = new Set([
  "JavaScript",
  "JS",
  "Launch",
  "EmbeddedFile",
  "EmbeddedFiles",
  "RichMedia",
  "XFA",
  "ImportData",
]);

const flate: ReadonlySet<string> = new Set(["FlateDecode", "Fl"]);
const filters: ReadonlySet<string> = new Set([
  ...flate,
  "ASCIIHexDecode",
  "AHx",
  "ASCII85Decode",
  "A85",
  "LZWDecode",
  "LZW",
  "RunLengthDecode",
  "RL",
  "Crypt",
  "CCITTFaxDecode",
  "CCF",
  "JBIG2Decode",
  "DCTDecode",
  "DCT",
  "JPXDecode",
  "BrotliDecode",
]);

// Strings, comments, names and the words between them; the rest says nothing here.
const token = /\(|%[^\r\n]*|\/[^\s()<>[\]{}/%]*|<[0-9A-Fa-f\s]*>|[A-Za-z]+/g;

/** Throws unless a document is whole, can be looked into, and neither runs anything nor carries other files along. */
export const inspectPdf = (bytes: Buffer): void =>
  inspectPdfWithin(bytes, new Unpacked({ pieceBytes: 100 * mb, bytes: 400 * mb }));

/** The same for a document in an archive, which shares the archive's limits. */
export function inspectPdfWithin(bytes: Buffer, unpacked: Unpacked): void {
  const text = bytes.toString("latin1");
  const endAt = text.lastIndexOf("%%EOF");
  if (!text.startsWith("%PDF-") || endAt === -1) throw new Refused("damaged");
  // Whatever follows the end, or looks like a page at the start, makes it a second kind of file.
  if (/[^\s\0]/.test(text.slice(endAt + 5))) throw new Refused("damaged");
  if (/<\s*(!doctype|html|head|body|script|svg|iframe)\b/i.test(text.slice(0, 1024)))
    throw new Refused("damaged");
  const document = new PdfReader(bytes, unpacked);
  document.read(text);
  if (document.pages === 0) throw new Refused("damaged");
}

class PdfReader {
  pages = 0;
  #objects = 0;
  readonly #bytes: Buffer;
  readonly #unpacked: Unpacked;

  constructor(bytes: Buffer, unpacked: Unpacked) {
    this.#bytes = bytes;
    this.#unpacked = unpacked;
  }

  /** Reads the objects of a text; those in its streams too, unless it came out of a stream itself. */
  read(text: string, isInStream = false): void {
    let names: string[] = [];
    token.lastIndex = 0;
    for (let found = token.exec(text); found; found = token.exec(text)) {
      const [word] = found;
      if (word === "(") token.lastIndex = afterString(text, found.index);
      else if (word.startsWith("/")) names.push(this.#name(word, names.at(-1)));
      else if (word === "obj") {
        this.#objects += 1;
        if (this.#objects > most.objects) throw new Refused("too_much");
        names = [];
      } else if (word === "stream" && !isInStream) {
        const after = this.#stream(text, token.lastIndex, names);
        token.lastIndex = after;
      }
    }
  }

  #name(word: string, before: string | undefined): string {
    const name = word
      .slice(1)
      .replaceAll(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    if (active.has(name)) throw new Refused("active");
    if (name === "Encrypt") throw new Refused("sealed");
    if (name === "Page" && before === "Type") this.pages += 1;
    if (this.pages > most.pages) throw new Refused("too_much");
    return name;
  }

  /** Looks into a stream; answers where it ends. */
  #stream(text: string, at: number, names: readonly string[]): number {
    const from = at + (/^\r?\n/.exec(text.slice(at, at + 2))?.[0].length ?? 0);
    const to = text.indexOf("endstream", from);
    if (to === -1) throw new Refused("damaged");
    const used = names.filter((name) => filters.has(name));
    const holdsObjects = names.includes("ObjStm");
    const content = this.#bytes.subarray(from, to);
    if (used.length === 1 && flate.has(used[0]!)) {
      const inflated = this.#inflate(content, holdsObjects);
      if (inflated && holdsObjects) this.#readObjects(inflated);
    } else if (used.filter((name) => flate.has(name)).length > 1 || (holdsObjects && used.length > 0)) {
      throw new Refused("sealed");
    } else if (holdsObjects) {
      this.#readObjects(content);
    }
    return to + "endstream".length;
  }

  #readObjects(content: Buffer): void {
    const at = token.lastIndex;
    this.read(content.toString("latin1"), true);
    token.lastIndex = at;
  }

  #inflate(packed: Buffer, isNeeded: boolean): Buffer | null {
    try {
      return this.#unpacked.unpack(packed, inflateSync, { finishFlush: constants.Z_SYNC_FLUSH });
    } catch (failure) {
      // Readers show what they can of a broken picture; objects that cannot be read are another matter.
      if (failure instanceof Error && "code" in failure && !isNeeded) return null;
      throw failure instanceof Error && "code" in failure ? new Refused("damaged") : failure;
    }
  }
}

/** Where the string that begins here ends. */
function afterString(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const letter = text[at];
    if (letter === "\\") at += 1;
    else if (letter === "(") depth += 1;
    else if (letter === ")" && --depth === 0) return at + 1;
  }
  return text.length;
}
