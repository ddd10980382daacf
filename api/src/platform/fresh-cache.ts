/** How old an answer may be, and how many are kept. */
export interface FreshCacheOptions {
  /** At most 5 seconds where rights depend on it: that is how fast a revocation reaches every process. */
  readonly maxAgeMs: number;
  readonly maxEntries: number;
}

interface Entry<Value> {
  readonly value: Promise<Value>;
  readonly loadedAt: number;
}

// Longer than a transaction that changes a row and then tells the cache usually takes to commit.
const settlingMs = 1000;

/** Remembers what was loaded for a few seconds. Callers who ask at the same time share one load; failures are not remembered. */
export class FreshCache<Value> {
  readonly #entries = new Map<string, Entry<Value>>();
  readonly #settlingUntil = new Map<string, number>();
  readonly #options: FreshCacheOptions;

  constructor(options: FreshCacheOptions) {
    this.#options = options;
  }

  /** The remembered answer, or a new one when there is none or it is too old. */
  get(key: string, load: () => Promise<Value>): Promise<Value> {
    const now = performance.now();
    const entry = this.#entries.get(key);
    if (entry && now - entry.loadedAt < this.#options.maxAgeMs) return entry.value;
    const value = load();
    if (this.#isSettling(key, now)) return value;
    if (this.#entries.size >= this.#options.maxEntries) this.#dropOldest();
    const added: Entry<Value> = { value, loadedAt: now };
    this.#entries.delete(key);
    this.#entries.set(key, added);
    value.catch(() => {
      if (this.#entries.get(key) === added) this.#entries.delete(key);
    });
    return value;
  }

  /** Forgets an answer that a running transaction makes untrue; nothing is remembered for it until that had time to commit. */
  forget(key: string): void {
    this.#entries.delete(key);
    this.#settlingUntil.delete(key);
    this.#settlingUntil.set(key, performance.now() + settlingMs);
  }

  #isSettling(key: string, now: number): boolean {
    if (this.#settlingUntil.size === 0) return false;
    for (const [settling, until] of this.#settlingUntil) {
      // In order of their ends: the first that has not ended stops the search.
      if (until > now) break;
      this.#settlingUntil.delete(settling);
    }
    return this.#settlingUntil.has(key);
  }

  #dropOldest(): void {
    let left = Math.ceil(this.#options.maxEntries / 10);
    for (const key of this.#entries.keys()) {
      if (left-- <= 0) return;
      this.#entries.delete(key);
    }
  }
}
