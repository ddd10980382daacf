import { createReadStream } from "node:fs";

/** Whether these bytes stand anywhere in a file; it is read piece by piece, so its size costs no memory. */
export async function fileHolds(path: string, sought: Buffer, signal?: AbortSignal): Promise<boolean> {
  let tail = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { signal })) {
    const bytes = Buffer.concat([tail, chunk as Buffer]);
    if (bytes.includes(sought)) return true;
    tail = bytes.subarray(Math.max(0, bytes.length - sought.length + 1));
  }
  return false;
}
