import { ApiError } from "./api-error.ts";
import { refusalOf } from "./attempt.ts";
import { type Client, wireOf } from "./client.ts";
import { type FilePurpose } from "./contract.ts";
import { type CallOptions, repeat, type Wire } from "./wire.ts";

/** A file as the API keeps it; its id is handed to the operation it is for. */
export interface UploadedFile {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly sha256: string;
  /** `unscanned` where the site has no scanner for malware. */
  readonly state: "clean" | "unscanned";
}

/** What a file is uploaded for, and who wants to know how far it is. */
export interface UploadOptions extends Pick<CallOptions, "signal" | "idempotencyKey"> {
  readonly purpose: FilePurpose;
  /** The file's own name unless set. */
  readonly name?: string;
  /** Hears the part that was sent, from 0 to 1. Browsers tell it as it goes, other runtimes at the end. */
  readonly onProgress?: (part: number) => void;
}

// The API gives a sender five minutes.
const patienceMs = 300_000;

/** Uploads a file. A lost connection is repeated under one key, so that the file is kept once. Rejects with `ApiError`. */
export async function uploadFile(client: Client, file: Blob, options: UploadOptions): Promise<UploadedFile> {
  const { purpose, onProgress } = options;
  const wire = wireOf(client);
  const name = options.name ?? ("name" in file && typeof file.name === "string" ? file.name : "file");
  const address = `${wire.url}/api/v1/files?${new URLSearchParams({ purpose, name })}`;
  const kept = await repeat(wire, options, async (headers) => {
    Object.assign(headers, { "Content-Type": file.type || "application/octet-stream" }, await wire.headers());
    const transport = onProgress && "XMLHttpRequest" in globalThis ? sendWithProgress : sendWhole;
    return transport({ wire, address, headers, file, options });
  });
  onProgress?.(1);
  return kept;
}

interface Sending {
  readonly wire: Wire;
  readonly address: string;
  readonly headers: Record<string, string>;
  readonly file: Blob;
  readonly options: UploadOptions;
}

async function sendWhole({ wire, address, headers, file, options }: Sending): Promise<UploadedFile> {
  const deadline = AbortSignal.timeout(patienceMs);
  const { signal } = options;
  try {
    const answer = await (wire.fetch ?? fetch)(address, {
      method: "POST",
      headers,
      body: file,
      credentials: "omit",
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
    });
    wire.heard?.(answer);
    const body: Answered = await answer.json().catch(() => null);
    return readAnswer(answer.status, body, answer.headers.get("Retry-After"));
  } catch (problem) {
    if (problem instanceof ApiError) throw problem;
    signal?.throwIfAborted();
    throw lost(deadline.aborted);
  }
}

/** As `fetch` does not tell how far it is, this is the older way (https://xhr.spec.whatwg.org). */
function sendWithProgress({ address, headers, file, options }: Sending): Promise<UploadedFile> {
  const { signal, onProgress } = options;
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.timeout = patienceMs;
    request.responseType = "json";
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      onProgress?.(total > 0 ? loaded / total : 0),
    );
    request.addEventListener("load", () => {
      try {
        resolve(readAnswer(request.status, request.response, request.getResponseHeader("Retry-After")));
      } catch (refusal) {
        reject(refusal);
      }
    });
    request.addEventListener("error", () => reject(lost(false)));
    request.addEventListener("timeout", () => reject(lost(true)));
    request.addEventListener("abort", () => reject(signal?.reason));
    signal?.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}

/** A kept file, a refusal, or null for an answer that is no JSON. */
type Answered = (UploadedFile & Parameters<typeof refusalOf>[1]) | null;

function readAnswer(status: number, body: Answered, wait: string | null): UploadedFile {
  if (status !== 201 || !body) throw refusalOf(status, body, wait);
  return body;
}

const lost = (isLate: boolean): ApiError =>
  new ApiError(0, {
    code: isLate ? "network.timeout" : "network.unreachable",
    message: isLate ? "No answer came in time. Try again." : "The server was not reached. Try again.",
  });
