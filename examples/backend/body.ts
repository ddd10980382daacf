import { type IncomingMessage } from "node:http";

/** Reads a body as the bytes that came; null when it is longer than the limit. */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > limitBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
