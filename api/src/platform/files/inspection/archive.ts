import { crc32, inflateRawSync, type ZlibOptions } from "node:zlib";
import { Refused } from "./finding.ts";
import { inspectPdfWithin } from "./pdf.ts";
import { Unpacked } from "./unpacked.ts";

// APPNOTE.TXT of PKWARE, sections 4.3.7, 4.3.12 and 4.3.16.
const localMark = 0x04034b50;
const directoryMark = 0x02014b50;
const endMark = 0x06054b50;
const endBytes = 22;
const longestComment = 0xffff;

const mb = 1024 * 1024;

// As much as honest archives of what people send each other hold, and little enough to look at.
const most = { pieces: 2000, depth: 3, ratio: 100 } as const;

// Small pieces of much white space are packed a thousand times without harm.
const ratioCountsFrom = mb;

interface Entry {
  readonly name: Buffer;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly isLink: boolean;
  readonly at: number;
}

/** Where the end record of an archive stands that reaches to the last byte; null when there is none. */
export function archiveEnd(bytes: Buffer): number | null {
  const first = Math.max(0, bytes.length - endBytes - longestComment);
  for (let at = bytes.length - endBytes; at >= first; at--) {
    if (bytes.readUInt32LE(at) === endMark && at + endBytes + bytes.readUInt16LE(at + 20) === bytes.length)
      return at;
  }
  return null;
}

/**
 * Looks at every piece of an archive, to its depth: throws unless each is where the directory says, as large as it says, and
 * nothing else lies between them.
 */
export const inspectArchive = (bytes: Buffer): void =>
  inspectLevel(bytes, new Unpacked({ pieceBytes: 50 * mb, bytes: 100 * mb }), 1);

function inspectLevel(bytes: Buffer, unpacked: Unpacked, depth: number): void {
  if (depth > most.depth) throw new Refused("too_much");
  const { entries, directoryAt } = readDirectory(bytes);
  let end = 0;
  for (const entry of entries.toSorted((a, b) => a.at - b.at)) {
    end = inspectEntry(bytes, entry, { end, directoryAt, unpacked, depth });
  }
  if (!isPadding(bytes.subarray(end, directoryAt))) throw new Refused("damaged");
}

function readDirectory(bytes: Buffer): { entries: Entry[]; directoryAt: number } {
  const endAt = archiveEnd(bytes);
  if (endAt === null) throw new Refused("damaged");
  const count = bytes.readUInt16LE(endAt + 10);
  const directoryAt = bytes.readUInt32LE(endAt + 16);
  if (bytes.readUInt32LE(endAt + 4) !== 0 || bytes.readUInt16LE(endAt + 8) !== count)
    throw new Refused("damaged");
  if (count > most.pieces) throw new Refused("too_much");
  if (directoryAt + bytes.readUInt32LE(endAt + 12) !== endAt) throw new Refused("damaged");
  const entries: Entry[] = [];
  let at = directoryAt;
  while (at < endAt) {
    const [entry, length] = readEntry(bytes, at, endAt);
    entries.push(entry);
    at += length;
  }
  if (at !== endAt || entries.length !== count) throw new Refused("damaged");
  return { entries, directoryAt };
}

function readEntry(bytes: Buffer, at: number, endAt: number): [entry: Entry, length: number] {
  if (at + 46 > endAt || bytes.readUInt32LE(at) !== directoryMark) throw new Refused("damaged");
  const nameBytes = bytes.readUInt16LE(at + 28);
  const isUnix = bytes.readUInt8(at + 5) === 3;
  const entry = {
    name: bytes.subarray(at + 46, at + 46 + nameBytes),
    flags: bytes.readUInt16LE(at + 8),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packedBytes: bytes.readUInt32LE(at + 20),
    bytes: bytes.readUInt32LE(at + 24),
    isLink: isUnix && bytes.readUInt32LE(at + 38) >>> 28 === 0o12,
    at: bytes.readUInt32LE(at + 42),
  };
  return [entry, 46 + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)];
}

interface Place {
  /** Where the piece before ends. */
  readonly end: number;
  readonly directoryAt: number;
  readonly unpacked: Unpacked;
  readonly depth: number;
}

function inspectEntry(bytes: Buffer, entry: Entry, { end, directoryAt, unpacked, depth }: Place): number {
  const isFar = entry.bytes > ratioCountsFrom && entry.bytes > entry.packedBytes * most.ratio;
  if (isFar || entry.bytes > unpacked.room) throw new Refused("too_much");
  // Pieces that share bytes unpack to more than any of them admits.
  if (entry.at < end) throw new Refused("too_much");
  if (entry.at + 30 > directoryAt || bytes.readUInt32LE(entry.at) !== localMark) throw new Refused("damaged");
  if (!isPadding(bytes.subarray(end, entry.at))) throw new Refused("damaged");
  refuseName(entry);
  const nameBytes = bytes.readUInt16LE(entry.at + 26);
  const from = entry.at + 30 + nameBytes + bytes.readUInt16LE(entry.at + 28);
  const packed = bytes.subarray(from, from + entry.packedBytes);
  const isTruthful =
    bytes.subarray(entry.at + 30, entry.at + 30 + nameBytes).equals(entry.name) &&
    bytes.readUInt16LE(entry.at + 8) === entry.method &&
    from + entry.packedBytes <= directoryAt;
  if (!isTruthful) throw new Refused("damaged");
  if (((entry.flags | bytes.readUInt16LE(entry.at + 6)) & 0x2041) !== 0) throw new Refused("sealed");
  const content = contentOf(packed, entry, unpacked);
  if (content.length !== entry.bytes || crc32(content) !== entry.crc) throw new Refused("damaged");
  inspectPiece(content, unpacked, depth);
  return from + entry.packedBytes;
}

function contentOf(packed: Buffer, { method }: Entry, unpacked: Unpacked): Buffer {
  if (method === 0) return unpacked.look(packed);
  if (method !== 8) throw new Refused("sealed");
  return unpacked.unpack(packed, inflateWhole);
}

/** Inflates bytes that are one stream and nothing behind it. */
function inflateWhole(packed: Buffer, options: ZlibOptions): Buffer {
  const { buffer, engine } = inflateRawSync(packed, { ...options, info: true }) as unknown as {
    buffer: Buffer;
    engine: { bytesWritten: number };
  };
  if (engine.bytesWritten !== packed.length) throw new Refused("damaged");
  return buffer;
}

function refuseName({ name, isLink }: Entry): void {
  const text = name.toString("latin1");
  const isEscaping =
    isLink || /^[/\\]|^[A-Za-z]:/.test(text) || text.split(/[/\\]/).includes("..") || text.includes("\0");
  if (isEscaping) throw new Refused("escaping");
  if (/(^|\/)vbaProject\.bin$/i.test(text)) throw new Refused("active");
}

const sealedMarks = [
  "1f8b08",
  "377abcaf271c",
  "526172211a07",
  "fd377a585a00",
  "28b52ffd",
  "425a6839314159265359",
];

function inspectPiece(content: Buffer, unpacked: Unpacked, depth: number): void {
  const mark = content.subarray(0, 10).toString("hex");
  if (sealedMarks.some((sealed) => mark.startsWith(sealed))) throw new Refused("sealed");
  if (mark.startsWith("504b0304")) inspectLevel(content, unpacked, depth + 1);
  else if (mark.startsWith("255044462d")) inspectPdfWithin(content, unpacked);
}

/** Between two pieces stands at most what follows a piece of a size not known before: a mark, a checksum, two sizes. */
const isPadding = (between: Buffer): boolean =>
  between.length === 0 ||
  ([16, 24].includes(between.length) && between.readUInt32LE(0) === 0x08074b50) ||
  between.length === 12;
