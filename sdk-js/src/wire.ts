import { ApiError } from "./api-error.ts";
import { attempt } from "./attempt.ts";

/** How calls reach the API; each client says who calls and what it can cure. */
export interface Wire {
  /** The API's origin, such as `https://api.example.com`. */
  readonly url: string;
  /** The publishable key that public reads carry in their URL; without one, every call is a POST. */
  readonly key?: string;
  /** The REST addresses of public reads by operation. */
  readonly reads?: Readonly<Record<string, string>>;
  /** Whether a public read is asked for as whoever is signed in: with the headers of a call, past caches. */
  isOwn?(path: string): boolean;
  readonly fetch?: typeof fetch;
  /** Milliseconds until one attempt is given up, 20,000 unless told. */
  readonly timeoutMs?: number;
  /** The headers that say who calls; asked before each attempt. */
  headers(): Promise<Record<string, string>>;
  /** Sees every answer, before its body is read. */
  heard?(answer: Response): void;
  /** Makes good what a refusal asked for, knowing who called. Answers the headers to repeat the call with, or null when nothing helps. */
  cure?(failure: ApiError, caller: Record<string, string>): Promise<Record<string, string> | null>;
}

/** What a single call may be given besides its input. */
export interface CallOptions {
  /** Gives the call up; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Names the change, so that a repeat does it once. A new one is made when none is given. */
  readonly idempotencyKey?: string;
  /** Passes over what the browser kept of a public read. */
  readonly fresh?: boolean;
}

const mostAttempts = 4;
const longestWaitMs = 8_000;

/** Sends one call, repeats it under the same Idempotency-Key while that may help, and answers its output. Rejects with `ApiError`. */
export const send = <Output>(
  wire: Wire,
  path: string,
  input: object,
  options: CallOptions = {},
): Promise<Output> =>
  repeat(wire, options, (headers) => attempt<Output>(wire, path, input, headers, options));

/** Does something that is asked of the API, again under the same Idempotency-Key while that may help. */
export async function repeat<Output>(
  wire: Wire,
  options: CallOptions,
  once: (headers: Record<string, string>) => Promise<Output>,
): Promise<Output> {
  const cured = new Set<string>();
  const headers: Record<string, string> = { "Idempotency-Key": options.idempotencyKey ?? randomKey() };
  for (let count = 1; ; count++) {
    try {
      return await once(headers);
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure;
      // A captcha that came to nothing is followed by work.
      const asked = `${failure.code}${failure.params["kind"]}`;
      const remedy = cured.has(asked) ? null : await wire.cure?.(failure, headers);
      if (remedy) {
        cured.add(asked);
        Object.assign(headers, remedy);
        continue;
      }
      const waitMs = waitAfter(failure, count);
      if (waitMs === null) throw failure;
      await pause(waitMs, options.signal);
    }
  }
}

/** Milliseconds to wait before the next attempt; null when a repeat cannot help or would keep the caller too long. */
function waitAfter({ status, code, retryAfter }: ApiError, count: number): number | null {
  // A limit that says when it ends, or a busy moment; other answers of this status are decisions.
  const isLimited = status === 429 && (retryAfter !== undefined || code === "request.busy");
  const isPassing = isLimited || [0, 502, 503, 504].includes(status) || code === "request.in_progress";
  // A browser that knows it is offline says so at once; its page tries again when the connection is back.
  const isOffline = status === 0 && !(globalThis.navigator?.onLine ?? true);
  if (!isPassing || isOffline || count >= mostAttempts) return null;
  const waitMs = retryAfter === undefined ? 250 * 2 ** count * (0.5 + Math.random()) : retryAfter * 1000;
  return waitMs > longestWaitMs ? null : waitMs;
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

/** 128 random bits as hexadecimal digits; `crypto.randomUUID` is missing on pages without TLS. */
export const randomKey = (): string =>
  crypto
    .getRandomValues(new Uint8Array(16))
    .reduce((text, byte) => text + byte.toString(16).padStart(2, "0"), "");
