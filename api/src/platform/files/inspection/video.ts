import { type FileHandle } from "node:fs/promises";
import { Refused } from "./finding.ts";

const mostBoxes = 100_000;

/** Throws unless an MP4 file is made of boxes from its first to its last byte, the one with the index among them (ISO 14496-12, 4.2). */
export async function inspectVideo(file: FileHandle): Promise<void> {
  const { size } = await file.stat();
  const head = Buffer.alloc(16);
  let hasIndex = false;
  let at = 0;
  for (let boxes = 0; at < size; boxes++) {
    const { bytesRead } = await file.read(head, 0, 16, at);
    if (bytesRead < 8 || boxes > mostBoxes) throw new Refused("damaged");
    hasIndex ||= head.toString("latin1", 4, 8) === "moov";
    const length = lengthOf(head, size - at);
    if (length < 8 || length > size - at) throw new Refused("damaged");
    at += length;
  }
  if (!hasIndex) throw new Refused("damaged");
}

function lengthOf(head: Buffer, left: number): number {
  const length = head.readUInt32BE(0);
  if (length === 0) return left;
  return length === 1 ? Number(head.readBigUInt64BE(8)) : length;
}
