import { setTimeout as sleep } from "node:timers/promises";

/** A call to a vendor's HTTP interface that answers in JSON; what is sent is JSON too, or a form. */
export interface VendorRequest {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: object | URLSearchParams;
}

/** What a vendor answered; the body is null when it is no JSON. */
export interface VendorAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** The vendor gave no answer that could be read. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}

const firstPauseMs = 300;
const longestPauseMs = 5000;
const mostBytes = 1_000_000;

/** Calls a vendor; what may pass by itself (no connection, 429, 5xx) is tried again `retries` times with growing pauses. */
export async function callVendor(
  request: VendorRequest,
  { signal, retries }: { readonly signal: AbortSignal; readonly retries: number },
): Promise<VendorAnswer> {
  for (let attempt = 0; ; attempt++) {
    const { answer, pauseMs } = await callOnce(request, signal);
    const isOver = attempt >= retries || signal.aborted;
    if (answer && (isOver || (answer.status !== 429 && answer.status < 500))) return answer;
    if (isOver) throw new NoAnswer(`${new URL(request.url).host} did not answer.`);
    // Callers who failed together come back apart.
    const growing = firstPauseMs * 2 ** attempt * (0.5 + Math.random());
    await sleep(Math.min(pauseMs ?? growing, longestPauseMs), undefined, { signal }).catch(() => undefined);
  }
}

async function callOnce(
  { method, url, headers, body }: VendorRequest,
  signal: AbortSignal,
): Promise<{ answer: VendorAnswer | null; pauseMs: number | null }> {
  try {
    const response = await fetch(url, {
      method,
      signal,
      redirect: "error",
      headers: {
        accept: "application/json",
        ...headers,
        ...(body && !isForm(body) && { "content-type": "application/json" }),
      },
      ...(body && { body: isForm(body) ? body : JSON.stringify(body) }),
    });
    const text = (await response.text()).slice(0, mostBytes);
    const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
    return {
      answer: { status: response.status, headers: response.headers, body: jsonIn(text) },
      pauseMs: Number.isFinite(seconds) ? seconds * 1000 : null,
    };
  } catch (failure) {
    // What fetch throws for a connection that failed, or for the signal.
    if (failure instanceof TypeError || failure instanceof DOMException)
      return { answer: null, pauseMs: null };
    throw failure;
  }
}

const isForm = (body: object): body is URLSearchParams => body instanceof URLSearchParams;

/** What a text says as JSON; null when it is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
