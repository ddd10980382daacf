/** When a breaker opens and for how long. */
export interface CircuitOptions {
  /** Failures in a row that open it. */
  readonly failures: number;
  /** How long calls are refused before one is let through to try. */
  readonly restMs: number;
  /** A clock that only goes forward, in milliseconds. */
  readonly clock?: () => number;
}

/**
 * Keeps callers from waiting for a provider that is down: after some failures in a row it refuses at once, then lets one call
 * through at a time until one succeeds.
 */
export class CircuitBreaker {
  readonly #options: Required<CircuitOptions>;
  #failures = 0;
  #openUntil = 0;
  #isTrying = false;

  constructor(options: CircuitOptions) {
    this.#options = { clock: () => performance.now(), ...options };
  }

  /** Whether calls are refused at the moment. */
  get isOpen(): boolean {
    if (this.#failures < this.#options.failures) return false;
    return this.#isTrying || this.#options.clock() < this.#openUntil;
  }

  /** Runs a call, or throws `refusal()` without running it. `isFault` says which errors are the provider's; others leave the breaker as it is. */
  async run<Result>(
    call: () => Promise<Result>,
    { refusal, isFault }: { refusal: () => Error; isFault: (error: unknown) => boolean },
  ): Promise<Result> {
    if (this.isOpen) throw refusal();
    const isTry = this.#failures >= this.#options.failures;
    this.#isTrying ||= isTry;
    try {
      const result = await call();
      this.#failures = 0;
      return result;
    } catch (error) {
      if (isFault(error)) {
        this.#failures += 1;
        this.#openUntil = this.#options.clock() + this.#options.restMs;
      }
      throw error;
    } finally {
      if (isTry) this.#isTrying = false;
    }
  }
}
