import { type Frame, readFrames } from "./frames.ts";

/** How the stream reaches the API, and what it tells. */
export interface ConnectionParts {
  readonly url: string;
  readonly fetch: typeof fetch;
  readonly headers: () => Promise<Record<string, string>>;
  /** Gets a new token instead of the refused one; false when the session is over. */
  readonly renew: (header: string | undefined) => Promise<boolean>;
  /** The number of the last frame heard; null before anything is known. */
  readonly since: () => number | null;
  readonly onFrame: (frame: Frame) => void;
  /** The API said from which number on everything is heard; `asked` is the one it was asked for, null when none was known. */
  readonly onReady: (seq: number, asked: number | null) => void;
  /** News was missed: what is shown has to be loaded afresh. */
  readonly onResync: () => void;
  /** The API is there, though it has nothing to say. */
  readonly onPing: () => void;
}

/** Waiting times in milliseconds; tests have less patience. */
export interface Patience {
  /** Until the first words of a stream; a network that holds them back longer holds back everything. */
  readonly opening: number;
  /** Of silence until a stream counts as broken; the API pings every 15 seconds. */
  readonly silence: number;
  readonly shortestRetry: number;
  readonly longestRetry: number;
  readonly poll: number;
  /** Of polling until a stream is tried again. */
  readonly polling: number;
}

export const patience: Patience = {
  opening: 10_000,
  silence: 40_000,
  shortestRetry: 1_000,
  longestRetry: 30_000,
  poll: 15_000,
  polling: 300_000,
};

const mostFailures = 3;

interface Polled {
  readonly frames: readonly Frame[];
  readonly seq: number;
  readonly resync: boolean;
}

/** Thrown when the session is over: there is nobody to listen for. */
class SessionOver extends Error {}

/**
 * Hears everything after a number, by one stream that is opened again whenever it breaks. Where the network holds streams back, or
 * three in a row fail, it asks every 15 seconds instead, and tries a stream again after five minutes.
 */
export class Connection {
  readonly #parts: ConnectionParts;
  readonly #patience: Patience;
  readonly #ending = new AbortController();
  #attempt = new AbortController();
  #failures = 0;
  #pollUntil = 0;
  /** The number after which frames were asked for last; null when none was known. */
  #asked: number | null = null;

  constructor(parts: ConnectionParts, waiting: Patience = patience) {
    this.#parts = parts;
    this.#patience = waiting;
  }

  /** Runs until `end`, or until the session is over. */
  async run(): Promise<void> {
    globalThis.addEventListener?.("online", this.#again);
    globalThis.addEventListener?.("offline", this.#again);
    try {
      while (!this.#ending.signal.aborted) await this.#round();
    } catch (problem) {
      if (!(problem instanceof SessionOver)) throw problem;
    } finally {
      globalThis.removeEventListener?.("online", this.#again);
      globalThis.removeEventListener?.("offline", this.#again);
    }
  }

  end(): void {
    this.#ending.abort();
    this.#attempt.abort();
  }

  // Coming back, a page does not wait for the end of a pause; going, it does not wait for silence.
  readonly #again = () => {
    this.#failures = 0;
    this.#attempt.abort();
  };

  async #round(): Promise<void> {
    this.#attempt = new AbortController();
    if (this.#ending.signal.aborted) return;
    if (!(globalThis.navigator?.onLine ?? true)) return this.#pause(this.#patience.longestRetry);
    const isPolling = Date.now() < this.#pollUntil;
    try {
      await (isPolling ? this.#poll() : this.#listen());
    } catch (problem) {
      if (problem instanceof SessionOver) throw problem;
      if (this.#attempt.signal.aborted) return;
      this.#failures++;
      if (!isPolling && this.#failures >= mostFailures) this.#startPolling();
    }
    await this.#pause(isPolling && this.#failures === 0 ? this.#patience.poll : this.#waitMs());
  }

  /** Reads one stream to its end. */
  async #listen(): Promise<void> {
    const { onFrame, onReady, onResync, onPing } = this.#parts;
    const { opening, silence } = this.#patience;
    const held = new AbortController();
    const startedAt = performance.now();
    let isOpen = false;
    let watch = setTimeout(() => held.abort(), opening);
    const heard = () => {
      clearTimeout(watch);
      watch = setTimeout(() => held.abort(), silence);
      if (isOpen) onPing();
    };
    try {
      const answer = await this.#ask("text/event-stream", held.signal);
      if (!answer.body) throw new Error("The stream has no body.");
      for await (const frame of readFrames(answer.body, heard)) {
        isOpen = true;
        if (frame.name === "ready") onReady(frame.seq, this.#asked);
        else if (frame.name === "resync") onResync();
        else {
          this.#failures = 0;
          onFrame(frame);
        }
      }
      if (performance.now() - startedAt < opening) throw new Error("The stream ended at once.");
      this.#failures = 0;
    } catch (problem) {
      // Nothing came in time though the request was sent: another try would be held back too.
      if (held.signal.aborted && !isOpen) this.#startPolling();
      throw problem;
    } finally {
      clearTimeout(watch);
      held.abort();
    }
  }

  async #poll(): Promise<void> {
    const { onFrame, onReady, onResync, onPing } = this.#parts;
    const answer = await this.#ask("application/json", AbortSignal.timeout(this.#patience.opening * 2));
    const { frames, seq, resync }: Polled = await answer.json();
    this.#failures = 0;
    onPing();
    for (const frame of frames) onFrame(frame);
    if (seq !== this.#parts.since()) onReady(seq, this.#asked);
    if (resync) onResync();
  }

  /** Asks for what comes after the last frame; once more with a new token when the old one was refused. */
  async #ask(accept: string, patient: AbortSignal): Promise<Response> {
    const { url, fetch, headers, renew, since } = this.#parts;
    const signal = AbortSignal.any([patient, this.#attempt.signal, this.#ending.signal]);
    for (let isRepeat = false; ; isRepeat = true) {
      const sent = await headers();
      const seq = since();
      this.#asked = seq;
      const answer = await fetch(`${url}/api/v1/stream${seq === null ? "" : `?since=${seq}`}`, {
        headers: { ...sent, Accept: accept },
        cache: "no-store",
        credentials: "omit",
        signal,
      });
      if (answer.ok) return answer;
      await answer.body?.cancel();
      if (answer.status !== 401) throw new Error(`The stream answered ${answer.status}.`);
      if (isRepeat) throw new Error("The new token was refused as well.");
      if (!(await renew(sent["Authorization"]))) throw new SessionOver();
    }
  }

  #startPolling(): void {
    this.#failures = 0;
    this.#pollUntil = Date.now() + this.#patience.polling;
  }

  /** Doubles with every failure, and differs between pages: they do not come back all at once. */
  #waitMs(): number {
    const { shortestRetry, longestRetry } = this.#patience;
    return Math.min(longestRetry, shortestRetry * 2 ** this.#failures) * (0.5 + Math.random());
  }

  #pause(milliseconds: number): Promise<void> {
    const { signal } = this.#attempt;
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      const stop = () => {
        clearTimeout(timer);
        resolve();
      };
      if (signal.aborted) stop();
      signal.addEventListener("abort", stop, { once: true });
    });
  }
}
