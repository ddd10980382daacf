import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { type IncomingMessage } from "node:http";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { requestFailure } from "../errors.ts";
import { randomToken } from "../ids.ts";
import { fileFailure } from "./errors.ts";

/** A body that was written to this machine's disk. */
export interface ReceivedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** How long a sender may take for one file. */
const patienceMs = 5 * 60_000;

/**
 * Writes a body to the disk as it comes, never more than `maxBytes` of it, and lets `use` work with the file, which is gone
 * afterwards. A sender who announces or sends more is refused without waiting for the rest.
 */
export async function receiveFile<Result>(
  request: IncomingMessage,
  { folder, maxBytes }: { readonly folder: string; readonly maxBytes: number },
  use: (file: ReceivedFile) => Promise<Result>,
): Promise<Result> {
  const tooLarge = () => fileFailure("files.too_large", { limitMb: Math.floor(maxBytes / 1024 / 1024) });
  if (Number(request.headers["content-length"] ?? 0) > maxBytes) throw tooLarge();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomToken());
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    await pipeline(
      // The socket stays open for the refusal.
      request.iterator({ destroyOnReturn: false }),
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          bytes += chunk.length;
          if (bytes > maxBytes) throw tooLarge();
          hash.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(path, { mode: 0o600 }),
      { signal: AbortSignal.timeout(patienceMs) },
    ).catch((failure: unknown) => {
      throw isSendersFault(failure) ? requestFailure("request.malformed") : failure;
    });
    if (bytes === 0) throw fileFailure("files.empty");
    return await use({ path, bytes, sha256: hash.digest("hex") });
  } finally {
    await rm(path, { force: true });
  }
}

// HPE_ stands before what Node's parser finds wrong with the bytes of a request, such as more of them than were announced.
const isSendersFault = (failure: unknown): boolean =>
  failure instanceof Error &&
  ("code" in failure
    ? /^(ECONNRESET|ABORT_ERR|HPE_\w+)$/.test(String(failure.code))
    : failure.name === "AbortError");
