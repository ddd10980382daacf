import { type ApiError } from "@tessera/sdk/browser";
import { type ReactiveController, type ReactiveControllerHost } from "lit";
import { failureIn, type FailureState, stateOf } from "./failure.ts";

/** How far loading has come. `slow`: still loading after 4 s. `stale`: what is shown is older, and loading it again failed. */
export type LoadState = "loading" | "slow" | "ready" | "stale" | FailureState;

const slowAfterMs = 4_000;

/** What a load does. */
export interface LoadParts<Args extends readonly unknown[], Value> {
  /** What the value depends on; loading starts when it changes. Null when it cannot be known yet. */
  readonly args: () => Args | null;
  readonly load: (
    args: Args,
    options: { readonly signal: AbortSignal; readonly fresh: boolean },
  ) => Promise<Value>;
}

/** Keeps a value loaded for an element: loads again when its arguments change and when the connection is back, and drops answers that come too late. */
export class Load<Args extends readonly unknown[], Value> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #parts: LoadParts<Args, Value>;
  #args: Args | null = null;
  #running: AbortController | null = null;
  #isSlow = false;
  #isFresh = false;

  /** What was loaded last for the present arguments; undefined before. */
  value: Value | undefined;
  /** Why the last attempt failed; null when it did not. */
  failure: ApiError | null = null;

  constructor(host: ReactiveControllerHost, parts: LoadParts<Args, Value>) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
  }

  /** What `value` was or is being loaded for. */
  get args(): Args | null {
    return this.#args;
  }

  get state(): LoadState {
    if (this.value !== undefined) return this.failure ? "stale" : "ready";
    if (this.failure) return stateOf(this.failure);
    return this.#isSlow ? "slow" : "loading";
  }

  hostUpdate(): void {
    const args = this.#parts.args();
    if (args && this.#args && args.every((arg, at) => arg === this.#args?.[at])) return;
    this.#args = args;
    this.value = undefined;
    this.failure = null;
    if (args) this.#start(args);
    else this.#running?.abort();
  }

  hostConnected(): void {
    addEventListener("online", this.#online);
  }

  hostDisconnected(): void {
    removeEventListener("online", this.#online);
    this.#running?.abort();
    this.#args = null;
  }

  /** Loads again, past any cache, keeping what is shown until the new value is there; at once, or when its arguments are known. */
  reload(): void {
    this.#isFresh = true;
    if (this.#args) this.#start(this.#args);
  }

  readonly #online = () => {
    if (this.failure?.status === 0) this.reload();
  };

  #start(args: Args): void {
    const fresh = this.#isFresh;
    this.#isFresh = false;
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    if (this.value === undefined) this.failure = null;
    this.#setSlow(false);
    const timer = setTimeout(() => this.#setSlow(true), slowAfterMs);
    void this.#parts
      .load(args, { signal: running.signal, fresh })
      .then(
        (value) => {
          if (running.signal.aborted) return;
          this.value = value;
          this.failure = null;
        },
        (thrown: unknown) => {
          if (running.signal.aborted) return;
          this.failure = failureIn(thrown);
        },
      )
      .finally(() => {
        clearTimeout(timer);
        if (!running.signal.aborted) this.#host.requestUpdate();
      });
  }

  #setSlow(isSlow: boolean): void {
    if (isSlow === this.#isSlow) return;
    this.#isSlow = isSlow;
    this.#host.requestUpdate();
  }
}
