import { crc32, deflateRawSync, deflateSync } from "node:zlib";
import sharp from "sharp";

/** One entry of an archive; what is not told is as an honest archiver writes it. */
export interface ZipEntry {
  readonly name: string | Buffer;
  readonly content?: Buffer | string;
  /** Deflated unless false. */
  readonly isDeflated?: boolean;
  /** Packed bytes that stand there instead of the content's own. */
  readonly packed?: Buffer;
  /** Sizes the archive claims. */
  readonly claimedSize?: number;
  readonly claimedPacked?: number;
  readonly flags?: number;
  readonly method?: number;
  readonly attributes?: number;
  /** What the directory calls it, when it lies. */
  readonly directoryName?: string;
  /** Where the directory says it begins, when it lies. */
  readonly offset?: number;
}

/** An archive, honest or not. */
export function zipOf(
  entries: readonly ZipEntry[],
  { comment = "", claimedEntries = entries.length } = {},
): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content ?? "");
    const isDeflated = entry.isDeflated ?? true;
    const packed = entry.packed ?? (isDeflated ? deflateRawSync(content) : content);
    const name = Buffer.from(entry.name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(entry.flags ?? 0x800, 2);
    fields.writeUInt16LE(entry.method ?? (isDeflated ? 8 : 0), 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(entry.claimedPacked ?? packed.length, 14);
    fields.writeUInt32LE(entry.claimedSize ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    locals.push(Buffer.from("PK\u0003\u0004"), fields, name, packed);
    const told = entry.directoryName === undefined ? name : Buffer.from(entry.directoryName);
    const rest = Buffer.alloc(42);
    rest.writeUInt16LE((3 << 8) | 20, 0);
    fields.copy(rest, 2);
    rest.writeUInt16LE(told.length, 24);
    rest.writeUInt32LE(entry.attributes ?? 0o100644 * 0x10000, 34);
    rest.writeUInt32LE(entry.offset ?? at, 38);
    directory.push(Buffer.from("PK\u0001\u0002"), rest, told);
    at += 30 + name.length + packed.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(claimedEntries, 4);
  end.writeUInt16LE(claimedEntries, 6);
  end.writeUInt32LE(index.length, 8);
  end.writeUInt32LE(at, 12);
  end.writeUInt16LE(comment.length, 16);
  return Buffer.concat([...locals, index, Buffer.from("PK\u0005\u0006"), end, Buffer.from(comment)]);
}

/** A document of Word with these further parts. */
export const docxOf = (...further: readonly ZipEntry[]): Buffer =>
  zipOf([
    {
      name: "[Content_Types].xml",
      content: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    },
    { name: "word/document.xml", content: "<w:document/>" },
    ...further,
  ]);

/** A document of one page; `objects` stand before its end, `trailer` in its trailer. */
export function pdfOf(objects = "", trailer = ""): Buffer {
  return Buffer.from(
    `%PDF-1.7
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >> endobj
${objects}
trailer << /Root 1 0 R ${trailer} >>
startxref
0
%%EOF
`,
    "latin1",
  );
}

/** An object of a PDF that holds a stream. */
export const stream = (dictionary: string, content: Buffer | string): string =>
  `9 0 obj << ${dictionary} >> stream\n${Buffer.from(content).toString("latin1")}\nendstream endobj`;

/** An object of a PDF that holds a packed stream. */
export const flated = (dictionary: string, content: Buffer | string): string =>
  stream(`${dictionary} /Filter /FlateDecode`, deflateSync(content));

const box = (kind: string, content: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + content.length, 0);
  head.write(kind, 4, "latin1");
  return Buffer.concat([head, content]);
};

const picture = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: "#3a6" } }).withExif({
    IFD0: { Copyright: "secret place" },
  });

/** A small honest file of each kind. */
export const samples = {
  jpg: () => picture().jpeg().toBuffer(),
  png: () => picture().png().toBuffer(),
  webp: () => picture().webp().toBuffer(),
  gif: () => picture().gif().toBuffer(),
  pdf: async () => pdfOf(),
  doc: async () =>
    Buffer.concat([
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      Buffer.alloc(1016),
      Buffer.from("WordDocument", "utf16le"),
      Buffer.alloc(488),
    ]),
  docx: async () => docxOf(),
  zip: async () => zipOf([{ name: "notes/hello.txt", content: "hello ".repeat(50) }]),
  mp4: async () =>
    Buffer.concat([
      box("ftyp", Buffer.from("isom\u0000\u0000\u0002\u0000isomiso2mp41", "latin1")),
      box("moov", Buffer.alloc(16)),
      box("mdat", Buffer.alloc(64)),
    ]),
  txt: async () => Buffer.from("hello, 你好, مرحبا\r\n"),
};

/** Some bytes that claim to be a picture of 900 million pixels, with the checksum of that claim. */
export async function pixelFlood(): Promise<Buffer> {
  const flood = Buffer.from(await samples.png());
  flood.writeUInt32BE(30_000, 16);
  flood.writeUInt32BE(30_000, 20);
  flood.writeUInt32BE(crc32(flood.subarray(12, 29)), 29);
  return flood;
}

/** The text every scanner is tested with (https://www.eicar.org); in two parts, or scanners would take this file away. */
export const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("-");
